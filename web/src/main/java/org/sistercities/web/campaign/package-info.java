/** What the network asks people to do. */
@NullMarked
package org.sistercities.web.campaign;

import org.jspecify.annotations.NullMarked;
