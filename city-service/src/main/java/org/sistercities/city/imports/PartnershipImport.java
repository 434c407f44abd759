package org.sistercities.city.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sistercities.city.imports.ImportRun.Counts;
import org.sistercities.city.imports.ListedPair.BadLine;
import org.sistercities.city.imports.PartnershipRecorder.Outcome;
import org.sistercities.city.partnership.Partnership;
import org.sistercities.platform.aggregate.Change;

/** One run over one file, batch by batch: rejected lines and progress are stored after each. */
final class PartnershipImport {
    private static final int BATCH = 500;

    private final String id;
    private final String by;
    private final Imports imports;
    private final PairCheck check;
    private final PartnershipRecorder recorder;
    private final Map<String, Change<Partnership>> batch = new LinkedHashMap<>();
    private final Map<String, PartnershipCsv.Line> lines = new LinkedHashMap<>();
    private final List<RejectedLine> rejected = new ArrayList<>();
    private long read;
    private long recorded;
    private long unchanged;
    private long rejectedBefore;

    PartnershipImport(String id, String by, Imports imports, PairCheck check, PartnershipRecorder recorder) {
        this.id = id;
        this.by = by;
        this.imports = imports;
        this.check = check;
        this.recorder = recorder;
    }

    /** Reads the whole file; what it does is in the database batch by batch. */
    void run(Path file) throws IOException {
        // not Files.newBufferedReader: bytes that are no UTF-8 spoil a name, not the import
        try (var csv =
                new PartnershipCsv(new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8)))) {
            for (var line = csv.next(); line != null; line = csv.next()) {
                take(csv, line);
                if (batch.size() + rejected.size() >= BATCH) store();
            }
            store();
            imports.done(id);
        } catch (BadLine e) {
            imports.failed(id, "Nothing was read: " + e.why() + ".");
        }
    }

    private void take(PartnershipCsv csv, PartnershipCsv.Line line) {
        read++;
        try {
            var change = check.partnership(csv.pair(line), by);
            var partnershipId = change.state().id();
            if (batch.putIfAbsent(partnershipId, change) == null) lines.put(partnershipId, line);
            else unchanged++; // the same pair again, perhaps the other way round
        } catch (BadLine e) {
            reject(line, e.why());
        }
    }

    private void store() {
        recorder.record(batch)
                .forEach((partnershipId, outcome) -> count(requireNonNull(lines.get(partnershipId)), outcome));
        var counts = new Counts(read, recorded, unchanged, rejectedBefore + rejected.size());
        imports.progressed(id, counts, rejected);
        rejectedBefore += rejected.size();
        rejected.clear();
        batch.clear();
        lines.clear();
    }

    private void count(PartnershipCsv.Line line, Outcome outcome) {
        switch (outcome) {
            case RECORDED -> recorded++;
            case UNCHANGED -> unchanged++;
            case UNDER_WAY -> reject(line, "these cities are on their way to a partnership here");
        }
    }

    private void reject(PartnershipCsv.Line line, String why) {
        rejected.add(new RejectedLine(line.number(), why, line.text()));
    }
}
