/** Clients that do not wait for their answer any more. */
@NullMarked
package org.sistercities.platform.waiting;

import org.jspecify.annotations.NullMarked;
