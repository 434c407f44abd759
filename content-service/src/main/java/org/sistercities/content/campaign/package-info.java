/** What the network asks people to do, as one block that pages and stories show. */
@NullMarked
package org.sistercities.content.campaign;

import org.jspecify.annotations.NullMarked;
