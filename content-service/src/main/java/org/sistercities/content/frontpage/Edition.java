package org.sistercities.content.frontpage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.mirror.Dated;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.problem.Rejection;

/**
 * One front page. The one visitors see is that whose time came last; so nothing has to happen for the next to take over, and it
 * cannot happen twice. Once its time has come it does not change any more: it is history then.
 *
 * @param by who wrote it last, and when
 * @param from since when visitors see it, or will; null for a draft
 * @param start the same as a key: no two editions begin at once
 */
public record Edition(
        String id,
        List<Slot> slots,
        @Nullable String note,
        String by,
        Instant at,
        @Nullable Instant from,
        @Nullable String start,
        String changed)
        implements Dated {

    /** How far it has come. */
    public enum Stage {
        DRAFT,
        PLANNED,
        PUBLIC
    }

    static Change<Edition> draft(String id, List<Slot> slots, @Nullable String note, String by, Instant now) {
        return Change.of(written(id, slots, note, by, null, now));
    }

    /** @throws EditionIsPublic when its time has come */
    Change<Edition> revise(List<Slot> slots, @Nullable String note, String by, Instant now) {
        mustBeAhead(now);
        return Change.of(written(id, slots, note, by, from, now));
    }

    /**
     * Visitors see it from then on; null for never.
     *
     * @throws TimeIsNotAhead when that is over
     */
    Change<Edition> plan(@Nullable Instant from, String by, Instant now) {
        mustBeAhead(now);
        if (from != null && !from.isAfter(now)) throw new TimeIsNotAhead();
        return Change.of(written(id, slots, note, by, from, now));
    }

    /** As it was before a step that is taken back. */
    Change<Edition> back(Edition before, Instant now) {
        return Change.of(written(id, before.slots, before.note, before.by, before.from, now));
    }

    /** Visitors see it from now on. */
    Change<Edition> publish(String by, Instant now) {
        if (stage(now) == Stage.PUBLIC) return Change.none(this);
        return Change.of(written(id, slots, note, by, now, now));
    }

    Stage stage(Instant now) {
        if (from == null) return Stage.DRAFT;
        return from.isAfter(now) ? Stage.PLANNED : Stage.PUBLIC;
    }

    List<String> imageIds() {
        return slots.stream()
                .flatMap(slot -> Stream.ofNullable(slot.image()))
                .distinct()
                .toList();
    }

    private static Edition written(
            String id, List<Slot> slots, @Nullable String note, String by, @Nullable Instant from, Instant now) {
        for (int i = 0; i < slots.size(); i++) if (!slots.get(i).isComplete()) throw new SlotIsEmpty(i, slots.get(i));
        var since = from == null ? null : from.truncatedTo(ChronoUnit.MILLIS);
        var start = since == null ? null : Dated.key(since, "");
        return new Edition(id, List.copyOf(slots), note, by, now, since, start, Dated.key(now, id));
    }

    private void mustBeAhead(Instant now) {
        if (stage(now) == Stage.PUBLIC) throw new EditionIsPublic();
    }

    /** What visitors see or saw is history; another edition takes its place. */
    static final class EditionIsPublic extends Rejection {
        EditionIsPublic() {
            super(Reason.CONFLICT, "Visitors see it, or have seen it; make another edition.");
        }
    }

    /** Nothing takes over in the past. */
    static final class TimeIsNotAhead extends Rejection {
        TimeIsNotAhead() {
            super(Reason.INVALID, "The time is not ahead.");
        }
    }

    /** A slot needs what it is for: a story, a campaign, a number of events, a text, a link. */
    static final class SlotIsEmpty extends Rejection {
        SlotIsEmpty(int place, Slot slot) {
            super(Reason.INVALID, "Nothing would be in the slot " + slot.kind() + ".");
            with("slot", place);
        }
    }

    /** Another edition takes over at this very moment. */
    static final class MomentTaken extends Rejection {
        MomentTaken() {
            super(Reason.CONFLICT, "Another edition takes over at this very moment; choose another one.");
        }
    }
}
