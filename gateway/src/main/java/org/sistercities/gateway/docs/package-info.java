/** The page that shows what all services offer. */
@NullMarked
package org.sistercities.gateway.docs;

import org.jspecify.annotations.NullMarked;
