package org.sistercities.platform.payment;

import org.sistercities.platform.problem.Rejection;

/** The notice is not signed by the provider, or too long ago. */
public final class BadSignature extends Rejection {
    BadSignature() {
        super(Reason.MALFORMED, "The notice is not signed as the provider signs, or too long ago.");
    }
}
