package org.sistercities.city.imports;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.Change;

/**
 * One import of a list, under way or over.
 *
 * @param dryRun nothing is recorded, only told
 * @param aliveAt when the replica that runs it last said so
 * @param problem why it failed; null when it did not
 */
record ImportRun(
        State state,
        boolean dryRun,
        Counts counts,
        String startedBy,
        Instant startedAt,
        Instant aliveAt,
        @Nullable String problem) {
    /** A run that says nothing for so long is dead: its replica was killed. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    /** How an import stands. An interrupted one can simply be repeated: what is recorded stays, nothing is recorded twice. */
    enum State {
        RUNNING,
        DONE,
        FAILED,
        INTERRUPTED
    }

    /** Lines below the header so far, and what became of them. */
    record Counts(long read, long recorded, long changed, long unchanged, long rejected) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    static Change<ImportRun> started(boolean dryRun, String by, Instant now) {
        return Change.of(new ImportRun(State.RUNNING, dryRun, Counts.NONE, by, now, now, null));
    }

    Change<ImportRun> progressed(Counts counts, Instant now) {
        return Change.of(new ImportRun(State.RUNNING, dryRun, counts, startedBy, startedAt, now, null));
    }

    Change<ImportRun> done(Instant now) {
        return Change.of(new ImportRun(State.DONE, dryRun, counts, startedBy, startedAt, now, null));
    }

    Change<ImportRun> failed(String why, Instant now) {
        return Change.of(new ImportRun(State.FAILED, dryRun, counts, startedBy, startedAt, now, why));
    }

    Change<ImportRun> interrupted(Instant now) {
        return Change.of(new ImportRun(State.INTERRUPTED, dryRun, counts, startedBy, startedAt, now, null));
    }

    /** The state as it must be told now: a running import whose replica is silent was interrupted. */
    State stateAt(Instant now) {
        boolean dead = state == State.RUNNING && aliveAt.plus(SILENCE).isBefore(now);
        return dead ? State.INTERRUPTED : state;
    }
}
