package org.sistercities.events.registration;

import java.util.Map;
import org.sistercities.platform.problem.Rejection;

/** Not enough places are left for the whole party, and parties are not split. */
final class SoldOut extends Rejection {
    /**
     * @param left by ticket type, how many of each could still be had
     * @param waitingList whether others wait for such places, and come first
     */
    SoldOut(Map<String, Integer> left, boolean waitingList) {
        super(Reason.CONFLICT, detail(left, waitingList));
        with("left", left);
        with("waitingList", waitingList);
    }

    private static String detail(Map<String, Integer> left, boolean waitingList) {
        if (waitingList) return "Sold out; there is a waiting list, and freed places go to those who wait.";
        return left.values().stream().allMatch(places -> places == 0)
                ? "Sold out."
                : "Not enough places are left for a party of this size.";
    }
}
