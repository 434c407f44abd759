/** How much a client may send. */
@NullMarked
package org.sistercities.gateway.limits;

import org.jspecify.annotations.NullMarked;
