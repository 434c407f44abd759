package org.sistercities.city.partnership;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a partnership that visitors care about; how it was prepared stands in its history only.
 *
 * @param kind what the partnership was after it
 * @param on an ISO year, year-month or date; null when nobody knows. Of a beginning the date of the partnership, of other steps
 *     the day this service was told, in UTC
 */
public record Milestone(What what, Kind kind, @Nullable String on) {

    /** What happened. */
    public enum What {
        /** Entered from a list of earlier years: so long they have been partners. */
        RECORDED,
        SIGNED,
        /** Friends became sisters. */
        UPGRADED,
        DEACTIVATED,
        SUSPENDED,
        REACTIVATED,
        EXPIRED,
        RENEWED,
        HONOURED,
        TERMINATED;

        private boolean isBeginning() {
            return compareTo(UPGRADED) <= 0;
        }
    }

    /** Those of a partnership, in the order of its history. */
    static List<Milestone> of(Partnership partnership) {
        var milestones = new ArrayList<Milestone>();
        var before = partnership.history().getFirst();
        for (var step : partnership.history()) {
            var what = what(step, before);
            if (what != null) milestones.add(new Milestone(what, step.kind(), on(what, step, partnership.standing())));
            before = step;
        }
        return List.copyOf(milestones);
    }

    private static @Nullable What what(Step step, Step before) {
        return switch (step.what()) {
            case RECORDED -> What.RECORDED;
            case SIGNED -> signed(step, before);
            case DEACTIVATED -> What.DEACTIVATED;
            case SUSPENDED -> What.SUSPENDED;
            case REACTIVATED -> What.REACTIVATED;
            case EXPIRED -> What.EXPIRED;
            case RENEWED -> What.RENEWED;
            case HONOURED -> What.HONOURED;
            case TERMINATED -> What.TERMINATED;
            case PROPOSED, EXPLORED, RESOLVED, OVERRIDDEN, AGREED, SESSION_OPENED -> null;
            case WITHDRAWN, REJECTED, UPGRADE_DROPPED -> null;
        };
    }

    /** Only the last signature changes what a partnership is. */
    private static @Nullable What signed(Step step, Step before) {
        if (step.kind() != before.kind()) return What.UPGRADED;
        return step.status() == Status.ACTIVE && before.status().isUnderWay() ? What.SIGNED : null;
    }

    private static @Nullable String on(What what, Step step, Standing now) {
        if (!what.isBeginning())
            return LocalDate.ofInstant(step.at(), ZoneOffset.UTC).toString();
        var former = now.before();
        var since = former != null && former.kind() == step.kind() ? former.since() : now.since();
        return since == null ? null : since.iso();
    }
}
