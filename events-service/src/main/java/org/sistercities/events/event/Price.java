package org.sistercities.events.event;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.Currency;

/** Money on the wire: the amount as a decimal string, never a float, and the ISO 4217 code. */
public record Price(
        @NotNull @Pattern(regexp = "\\d{1,9}(\\.\\d{1,3})?", message = "must be a decimal such as 120.00")
        String amount,

        @NotNull Currency currency) {

    public static Price of(Money money) {
        return new Price(money.amount().toPlainString(), money.currency());
    }

    public Money money() {
        return new Money(new BigDecimal(amount), currency);
    }
}
