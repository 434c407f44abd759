package org.sistercities.events.party;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a registration's history, which is only added to.
 *
 * @param by the name of one of the events team, {@link #GUEST} or {@link #SYSTEM}
 * @param detail such as the reason given; may name people
 */
public record Entry(
        Instant at, String by, Act what, @Nullable String detail) {
    /** Whoever has the party's link. */
    public static final String GUEST = "guest";

    /** Nobody: time has run out, or places have become free. */
    public static final String SYSTEM = "system";

    private static final Set<Act> NAMING_NOBODY = EnumSet.of(Act.OFFERED, Act.PAID, Act.EXPIRED);

    /** The same without words that may name people. */
    Entry erased() {
        return NAMING_NOBODY.contains(what) ? this : new Entry(at, by, what, null);
    }

    /** What can happen to a registration. */
    public enum Act {
        REGISTERED,
        EXTENDED,
        CONFIRMED,
        OFFERED,
        ACCEPTED,
        APPROVED,
        REJECTED,
        /** A page to pay on was opened; its number is the detail. */
        CHECKOUT,
        PAID,
        REFUNDED,
        GUESTS_NAMED,
        TICKETS_CHANGED,
        TRANSFERRED,
        CANCELLED,
        EXPIRED,
        INVITED,
        REGRETTED,
        SUBSTITUTED,
        RANKED,
        NOTED
    }
}
