package org.sistercities.platform.payment;

import java.math.BigDecimal;
import java.util.Currency;

/** How much money, with the decimals its currency has. */
public record Charge(BigDecimal amount, Currency currency) {
    public Charge {
        amount = amount.setScale(Math.max(0, currency.getDefaultFractionDigits()));
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
