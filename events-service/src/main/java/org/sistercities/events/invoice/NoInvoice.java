package org.sistercities.events.invoice;

import org.sistercities.platform.problem.Rejection;

/** Nothing was ever charged for this registration. */
final class NoInvoice extends Rejection {
    NoInvoice(String registrationId) {
        super(Reason.NOT_FOUND, "No invoice was issued for registration " + registrationId + ".");
    }
}
