package org.sistercities.city.imports;

import static com.mongodb.client.model.Sorts.ascending;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.stereotype.Component;

/** The imports so far and the lines they have rejected. */
@Component
class Imports {
    private final AggregateStore<ImportRun> runs;
    private final AggregateStore<RejectedLine> rejections;
    private final Clock clock;

    Imports(AggregateStores stores, Clock clock) {
        this.runs = stores.open("imports", ImportRun.class);
        this.rejections = stores.open("import-rejections", RejectedLine.class);
        this.clock = clock;
    }

    void started(String id, boolean dryRun, String by) {
        runs.create(id, ImportRun.started(dryRun, by, clock.instant()));
    }

    void progressed(String id, ImportRun.Counts counts, Collection<RejectedLine> rejected) {
        rejections.createAll(rejected.stream()
                .collect(Collectors.toMap(line -> rejectionId(id, line.line()), line -> Change.of(line))));
        runs.change(id, run -> run.progressed(counts, clock.instant()));
    }

    void done(String id) {
        runs.change(id, run -> run.done(clock.instant()));
    }

    void failed(String id, String why) {
        runs.change(id, run -> run.failed(why, clock.instant()));
    }

    void interrupted(String id) {
        runs.change(id, run -> run.interrupted(clock.instant()));
    }

    Stored<ImportRun> get(String id) {
        return runs.get(id);
    }

    /** Rejected lines behind line {@code after}, at most {@code limit}, in the order of the file. */
    List<RejectedLine> rejections(String id, long after, int limit) {
        var behind = new Document("$gt", rejectionId(id, after)).append("$lt", rejectionId(id, Long.MAX_VALUE));
        return rejections.list(new Document("_id", behind), ascending("_id"), limit).stream()
                .map(Stored::state)
                .toList();
    }

    private static String rejectionId(String importId, long line) {
        return "%s/%019d".formatted(importId, line); // as many digits as a long has: sorts as text, too
    }
}
