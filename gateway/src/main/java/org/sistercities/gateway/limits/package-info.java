/** How much, how often and how long a client may send. */
@NullMarked
package org.sistercities.gateway.limits;

import org.jspecify.annotations.NullMarked;
