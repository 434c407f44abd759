package org.sistercities.events.door;

import java.time.Instant;
import org.sistercities.platform.problem.Rejection;

/** Somebody is not let in; {@code entry} says why. */
final class EntryRefused extends Rejection {
    private final Refusal refusal;

    EntryRefused(Refusal refusal) {
        super(Reason.CONFLICT, refusal.text());
        this.refusal = refusal;
        with("entry", refusal);
    }

    static EntryRefused duplicateOf(Scan first) {
        var refused = new EntryRefused(Refusal.DUPLICATE);
        refused.with("firstAt", first.at());
        refused.with("firstBy", first.by());
        return refused;
    }

    static EntryRefused before(Instant doors) {
        var refused = new EntryRefused(Refusal.TOO_EARLY);
        refused.with("doorsOpenAt", doors);
        return refused;
    }

    Refusal refusal() {
        return refusal;
    }
}
