package org.sistercities.platform.example;

import java.time.Instant;
import java.time.LocalDate;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.problem.Rejection;

/** Counts up to a limit. */
public record Tally(String id, int count, int limit, String label, LocalDate opened) {

    public static Change<Tally> open(String id, int limit, Instant now) {
        var tally = new Tally(id, 0, limit, id, LocalDate.of(2014, 10, 3));
        return Change.of(tally, new TallyEvent.Counted(id, 0, now));
    }

    public Change<Tally> add(int n, Instant now) {
        if (count + n > limit) throw new TallyFull(limit - count);
        var counted = new Tally(id, count + n, limit, label, opened);
        return n == 0 ? Change.none(this) : Change.of(counted, new TallyEvent.Counted(id, counted.count, now));
    }

    public static final class TallyFull extends Rejection {
        TallyFull(int left) {
            super(Reason.CONFLICT, "Only " + left + " left.");
            with("left", left);
        }
    }
}
