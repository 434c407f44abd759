package org.sistercities.events.party;

import java.time.LocalDate;

/**
 * Money that has come in.
 *
 * @param reference of the transfer, as the bank gives it
 * @param refundDue whether it has to go back, because the party has no places (any more)
 */
public record Payment(String reference, LocalDate receivedOn, boolean refundDue) {
    Payment toBeRefunded() {
        return new Payment(reference, receivedOn, true);
    }
}
