/** Paying by card: pages to pay on, opened at a provider, and settled by what it tells us. */
@NullMarked
package org.sistercities.events.checkout;

import org.jspecify.annotations.NullMarked;
