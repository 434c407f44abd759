package org.sistercities.events.event;

import java.math.BigDecimal;
import java.util.Currency;
import org.sistercities.platform.problem.Rejection;

/** An amount, zero or more, with exactly the decimals its currency has. */
public record Money(BigDecimal amount, Currency currency) {

    /** @throws NotAnAmount when it is negative or has more decimals than the currency */
    public Money {
        int decimals = currency.getDefaultFractionDigits();
        if (decimals < 0 || amount.signum() < 0 || amount.stripTrailingZeros().scale() > decimals)
            throw new NotAnAmount(amount, currency);
        amount = amount.setScale(decimals);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) throw new IllegalArgumentException(currency + " plus " + other.currency);
        return new Money(amount.add(other.amount), currency);
    }

    /**
     * The rest.
     *
     * @throws NotAnAmount when the other is more
     */
    public Money minus(Money other) {
        if (!currency.equals(other.currency)) throw new IllegalArgumentException(currency + " minus " + other.currency);
        return new Money(amount.subtract(other.amount), currency);
    }

    public Money times(int count) {
        return new Money(amount.multiply(BigDecimal.valueOf(count)), currency);
    }

    public boolean isAtMost(Money other) {
        if (!currency.equals(other.currency)) throw new IllegalArgumentException(currency + " and " + other.currency);
        return amount.compareTo(other.amount) <= 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    /** No price can be this. */
    public static final class NotAnAmount extends Rejection {
        NotAnAmount(BigDecimal amount, Currency currency) {
            super(Reason.INVALID, amount.toPlainString() + " is not an amount of " + currency + ".");
        }
    }
}
