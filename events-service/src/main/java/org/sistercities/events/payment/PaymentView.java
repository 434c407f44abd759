package org.sistercities.events.payment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Price;
import org.sistercities.events.party.Payment;

/** What a registration was paid with, as it is shown. */
public record PaymentView(
        String reference,
        LocalDate receivedOn,
        @Nullable String checkout,
        @Nullable Price amount,
        boolean refundDue) {

    public static @Nullable PaymentView of(@Nullable Payment payment) {
        if (payment == null) return null;
        var amount = payment.amount() == null ? null : Price.of(payment.amount());
        return new PaymentView(
                payment.reference(), payment.receivedOn(), payment.checkout(), amount, payment.refundDue());
    }
}
