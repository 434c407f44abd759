package org.sistercities.events.party;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that has come in.
 *
 * @param reference of the transfer, as the bank gives it, or of the payment by card, as its provider does
 * @param checkout by which it was paid; null for a transfer
 * @param refundDue whether it has to go back, because the party has no places (any more)
 */
public record Payment(
        String reference, LocalDate receivedOn, @Nullable String checkout, boolean refundDue) {

    public static Payment byTransfer(String reference, LocalDate receivedOn) {
        return new Payment(reference, receivedOn, null, false);
    }

    public static Payment byCard(String reference, LocalDate receivedOn, String checkout) {
        return new Payment(reference, receivedOn, checkout, false);
    }

    Payment toBeRefunded() {
        return new Payment(reference, receivedOn, checkout, true);
    }
}
