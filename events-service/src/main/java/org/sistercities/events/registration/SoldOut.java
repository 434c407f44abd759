package org.sistercities.events.registration;

import java.util.Map;
import org.sistercities.platform.problem.Rejection;

/** Not enough places are left for the whole party, and parties are not split. */
final class SoldOut extends Rejection {
    /** @param left by ticket type, how many of each could still be had */
    SoldOut(Map<String, Integer> left) {
        super(
                Reason.CONFLICT,
                left.values().stream().allMatch(places -> places == 0)
                        ? "Sold out."
                        : "Not enough places are left for a party of this size.");
        with("left", left);
    }
}
