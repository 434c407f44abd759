package org.sistercities.events.registration;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Places that are kept for a while. What is kept until the same instant is one sum, whoever it is kept for, so this does not
 * grow with the number of parties.
 *
 * @param slots by their end, each later than {@code lapsed}
 * @param lapsed the last end that was seen to pass; no slot ends then or earlier, and none ever will again
 * @param recorded whether the registrations that ended by then are all recorded as expired
 */
public record Held(List<Slot> slots, Instant lapsed, boolean recorded) {
    static final Held NOTHING = new Held(List.of(), Instant.EPOCH, true);

    /** What is kept until one instant, by quota. */
    public record Slot(Instant until, Map<String, Integer> draws) {}

    /** How many places of a quota are kept now. */
    int of(String quota, Instant now) {
        return slots.stream()
                .filter(slot -> slot.until().isAfter(now))
                .mapToInt(slot -> slot.draws().getOrDefault(quota, 0))
                .sum();
    }
}
