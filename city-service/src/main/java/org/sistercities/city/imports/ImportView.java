package org.sistercities.city.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.Stored;

/** An import as it stands; {@code problem} says why it failed. Of a dry run the counts are what would become of the lines. */
record ImportView(
        String id,
        ImportRun.State state,
        boolean dryRun,
        long read,
        long recorded,
        long changed,
        long unchanged,
        long rejected,
        Instant startedAt,
        @Nullable String problem) {

    static ImportView of(Stored<ImportRun> stored, Instant now) {
        var run = stored.state();
        var counts = run.counts();
        return new ImportView(
                stored.id(),
                run.stateAt(now),
                run.dryRun(),
                counts.read(),
                counts.recorded(),
                counts.changed(),
                counts.unchanged(),
                counts.rejected(),
                run.startedAt(),
                run.problem());
    }
}
