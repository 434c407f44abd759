package org.sistercities.platform.payment;

import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.Rejection;

/** The payment provider will not do this, however often it is asked. */
public final class ProviderRefused extends Rejection {
    ProviderRefused(String why, @Nullable Throwable cause) {
        super(Reason.CONFLICT, "The payment provider refuses: " + why, cause);
    }
}
