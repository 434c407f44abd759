package org.sistercities.events.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the events team has settled for the registrations of an event.
 *
 * @param invoiceDays in how many days an invoice is to be paid; null when tickets that cost something cannot be had
 * @param changesUntil until when parties may name guests and change or hand on their registration themselves; null for until
 *     the event begins
 * @param questions asked of each guest
 */
public record RegistrationRules(
        @Nullable Integer invoiceDays, @Nullable Instant changesUntil, List<Question> questions) {
    public static final RegistrationRules NONE = new RegistrationRules(null, null, List.of());

    RegistrationRules shifted(WallClock clock) {
        return new RegistrationRules(invoiceDays, clock.shiftOrNull(changesUntil), questions);
    }
}
