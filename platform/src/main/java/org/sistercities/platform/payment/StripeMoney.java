package org.sistercities.platform.payment;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Amounts as Stripe counts them: in the smallest unit of a currency, with exceptions of its own from ISO 4217. */
final class StripeMoney {
    private StripeMoney() {}

    static String code(Charge charge) {
        return charge.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    static long minor(Charge charge) {
        return charge.amount().movePointRight(decimals(charge.currency())).longValueExact();
    }

    /** Null when there is no such currency. */
    static @Nullable Charge charge(long minor, String code) {
        try {
            var currency = Currency.getInstance(code.toUpperCase(Locale.ROOT));
            return new Charge(BigDecimal.valueOf(minor, decimals(currency)), currency);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }

    private static int decimals(Currency currency) {
        return switch (currency.getCurrencyCode()) {
            case "ISK", "UGX" -> 2; // once had decimals, and Stripe has kept them
            case "MGA" -> 0; // a fifth, which nobody counts
            default -> Math.max(0, currency.getDefaultFractionDigits());
        };
    }
}
