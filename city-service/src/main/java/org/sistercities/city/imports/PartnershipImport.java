package org.sistercities.city.imports;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sistercities.city.imports.ListedPair.BadLine;
import org.sistercities.city.imports.PartnershipRecorder.Outcome;
import org.sistercities.city.partnership.Partnership;
import org.sistercities.platform.aggregate.Change;

/** Records the partnerships of a list; a dry run tells what would become of each. */
final class PartnershipImport implements ListImport {
    private static final int BATCH = 500;

    private final PairCheck check;
    private final PartnershipRecorder recorder;
    private final String by;
    private final boolean dryRun;
    private final Map<String, Change<Partnership>> batch = new LinkedHashMap<>();
    private final Map<String, PartnershipCsv.Line> lines = new LinkedHashMap<>();

    PartnershipImport(PairCheck check, PartnershipRecorder recorder, String by, boolean dryRun) {
        this.check = check;
        this.recorder = recorder;
        this.by = by;
        this.dryRun = dryRun;
    }

    @Override
    public void run(BufferedReader list, Progress progress) throws IOException, BadLine {
        var csv = new PartnershipCsv(list);
        for (var line = csv.next(); line != null; line = csv.next()) {
            take(csv, line, progress);
            if (batch.size() + progress.waiting() >= BATCH) store(progress);
        }
        store(progress);
    }

    private void take(PartnershipCsv csv, PartnershipCsv.Line line, Progress progress) {
        progress.read();
        try {
            var change = check.partnership(csv.pair(line), by);
            var partnershipId = change.state().id();
            if (batch.putIfAbsent(partnershipId, change) == null) lines.put(partnershipId, line);
            else progress.unchanged(); // the same pair again, perhaps the other way round
        } catch (BadLine e) {
            progress.rejected(line.number(), e.why(), line.text());
        }
    }

    private void store(Progress progress) {
        var outcomes = dryRun ? recorder.preview(batch) : recorder.record(batch);
        outcomes.forEach(
                (partnershipId, outcome) -> count(requireNonNull(lines.get(partnershipId)), outcome, progress));
        progress.store();
        batch.clear();
        lines.clear();
    }

    private static void count(PartnershipCsv.Line line, Outcome outcome, Progress progress) {
        switch (outcome) {
            case RECORDED -> progress.recorded();
            case UNCHANGED -> progress.unchanged();
            case UNDER_WAY ->
                progress.rejected(line.number(), "these cities are on their way to a partnership here", line.text());
        }
    }
}
