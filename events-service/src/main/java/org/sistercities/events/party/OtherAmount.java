package org.sistercities.events.party;

import org.sistercities.events.event.Money;
import org.sistercities.events.event.Price;
import org.sistercities.platform.problem.Rejection;

/** What has come is not what was to be paid. */
public final class OtherAmount extends Rejection {
    OtherAmount(Money told, Money total) {
        super(
                Reason.CONFLICT,
                told + " is not what was to be paid, " + total + ". Note it once all has come, or send it back.");
        with("total", Price.of(total));
    }
}
