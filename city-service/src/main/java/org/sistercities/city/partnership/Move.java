package org.sistercities.city.partnership;

import static org.sistercities.city.partnership.Status.ACTIVE;
import static org.sistercities.city.partnership.Status.APPROVED;
import static org.sistercities.city.partnership.Status.EXPIRED;
import static org.sistercities.city.partnership.Status.EXPLORING;
import static org.sistercities.city.partnership.Status.INACTIVE;
import static org.sistercities.city.partnership.Status.PARTLY_SIGNED;
import static org.sistercities.city.partnership.Status.PROPOSED;
import static org.sistercities.city.partnership.Status.SUSPENDED;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Step.What;
import org.sistercities.city.policy.Warning;

/** The steps that somebody just takes; resolutions, texts, sessions and signatures are brought, see {@link Partnership}. */
enum Move {
    EXPLORE(What.EXPLORED, Status.EXPLORING, EnumSet.of(PROPOSED)),
    OVERRIDE(What.OVERRIDDEN, null, EnumSet.of(PROPOSED, EXPLORING, APPROVED)),
    WITHDRAW(What.WITHDRAWN, Status.WITHDRAWN, EnumSet.range(PROPOSED, PARTLY_SIGNED)),
    REJECT(What.REJECTED, Status.REJECTED, EnumSet.range(PROPOSED, PARTLY_SIGNED)),
    DROP_UPGRADE(What.UPGRADE_DROPPED, null, EnumSet.of(ACTIVE)),
    DEACTIVATE(What.DEACTIVATED, INACTIVE, EnumSet.of(ACTIVE)),
    SUSPEND(What.SUSPENDED, SUSPENDED, EnumSet.of(ACTIVE)),
    REACTIVATE(What.REACTIVATED, ACTIVE, EnumSet.of(INACTIVE, SUSPENDED)),
    EXPIRE(What.EXPIRED, EXPIRED, EnumSet.of(ACTIVE)),
    RENEW(What.RENEWED, ACTIVE, EnumSet.of(ACTIVE, EXPIRED)),
    HONOUR(What.HONOURED, Status.EMERITUS, EnumSet.of(INACTIVE, EXPIRED)),
    TERMINATE(What.TERMINATED, Status.TERMINATED, EnumSet.of(ACTIVE, INACTIVE, SUSPENDED, EXPIRED));

    private static final Set<Move> WITHOUT_NOTE = EnumSet.of(EXPLORE, REACTIVATE, EXPIRE, RENEW);

    final What what;
    private final @Nullable Status to;

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
    private final Set<Status> from;

    Move(What what, @Nullable Status to, Set<Status> from) {
        this.what = what;
        this.to = to;
        this.from = from;
    }

    /** Those whose rules all hold now, but for whether it is the caller's to take them, and the day on which a term is over. */
    static List<Move> possibleFor(Partnership partnership) {
        return possibleIn(partnership.status()).stream()
                .filter(move -> move.isOpenTo(partnership.standing(), partnership.papers()))
                .toList();
    }

    private boolean isOpenTo(Standing standing, Papers papers) {
        boolean warned = papers.warnings().stream().anyMatch(Warning::stands);
        return switch (this) {
            case EXPLORE -> !warned;
            case OVERRIDE -> warned;
            case DROP_UPGRADE -> papers.open().isPresent();
            case EXPIRE -> standing.until() != null;
            case RENEW -> standing.kind() == Kind.PROJECT;
            default -> true;
        };
    }

    static List<Move> possibleIn(Status status) {
        return Stream.of(values()).filter(move -> move.from.contains(status)).toList();
    }

    /**
     * The status it leads to; the same one for steps that are taken on the spot.
     *
     * @throws Refused.StepNotPossible when the life cycle has no such step from here
     * @throws Refused.NoteMissing when it needs a note and has none
     */
    Status from(Status status, Act act) {
        if (!from.contains(status)) throw new Refused.StepNotPossible(name(), status);
        if (act.note() == null && !WITHOUT_NOTE.contains(this)) throw new Refused.NoteMissing(this);
        return to == null ? status : to;
    }
}
