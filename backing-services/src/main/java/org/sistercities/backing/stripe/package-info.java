/** As much of Stripe as we use, on this machine: no card is charged. */
@NullMarked
package org.sistercities.backing.stripe;

import org.jspecify.annotations.NullMarked;
