package org.sistercities.platform.payment;

import org.sistercities.platform.problem.Rejection;

/** The payment provider has not answered, or not so that we know what it did. Asked again, it will not do it twice. */
public final class ProviderAway extends Rejection {
    ProviderAway(Throwable cause) {
        super(Reason.TRY_AGAIN, "The payment provider does not answer; ask again.", cause);
    }
}
