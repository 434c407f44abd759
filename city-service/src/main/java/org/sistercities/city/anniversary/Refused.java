package org.sistercities.city.anniversary;

import java.time.LocalDate;
import org.sistercities.platform.problem.Rejection;

/** What can be refused about periods. */
final class Refused {

    private Refused() {}

    /** A period is at least a day and at most a year. */
    static final class NoSuchPeriod extends Rejection {
        NoSuchPeriod(LocalDate from, LocalDate to) {
            super(Reason.INVALID, "From " + from + " to " + to + " is no period of at least a day and at most a year.");
        }
    }
}
