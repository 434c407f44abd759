package org.sistercities.events.event;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How much cheaper each ticket gets: a part of its price or an amount, never more than the price. */
public record Discount(@Nullable Integer percent, @Nullable Money amount) {

    Money off(Money price) {
        if (amount != null) return amount.amount().compareTo(price.amount()) < 0 ? amount : price;
        var part = BigDecimal.valueOf(percent == null ? 0 : percent, 2);
        int decimals = price.currency().getDefaultFractionDigits();
        return new Money(price.amount().multiply(part).setScale(decimals, RoundingMode.HALF_UP), price.currency());
    }
}
