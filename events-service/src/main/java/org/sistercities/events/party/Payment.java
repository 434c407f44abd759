package org.sistercities.events.party;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Money;

/**
 * Money that has come in.
 *
 * @param reference of the transfer, as the bank gives it, or of the payment by card, as its provider does
 * @param checkout by which it was paid; null for a transfer
 * @param amount what was to be paid at that time; null until it is put to its registration
 * @param refundDue whether it has to go back, because the party has no places (any more)
 */
public record Payment(
        String reference,
        LocalDate receivedOn,
        @Nullable String checkout,
        @Nullable Money amount,
        boolean refundDue) {

    public static Payment byTransfer(String reference, LocalDate receivedOn) {
        return new Payment(reference, receivedOn, null, null, false);
    }

    public static Payment byCard(String reference, LocalDate receivedOn, String checkout) {
        return new Payment(reference, receivedOn, checkout, null, false);
    }

    Payment of(Money total) {
        return new Payment(reference, receivedOn, checkout, total, refundDue);
    }

    Payment toBeRefunded() {
        return new Payment(reference, receivedOn, checkout, amount, true);
    }
}
