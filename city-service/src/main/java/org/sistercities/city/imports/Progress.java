package org.sistercities.city.imports;

import java.util.ArrayList;
import java.util.List;
import org.sistercities.city.imports.ImportRun.Counts;

/** How far an import has come; what it tells is stored batch by batch. */
final class Progress {
    private final String id;
    private final Imports imports;
    private final List<RejectedLine> rejected = new ArrayList<>();
    private long read;
    private long recorded;
    private long changed;
    private long unchanged;
    private long rejectedBefore;

    Progress(String id, Imports imports) {
        this.id = id;
        this.imports = imports;
    }

    void read() {
        read++;
    }

    void recorded() {
        recorded++;
    }

    void changed() {
        changed++;
    }

    void unchanged() {
        unchanged++;
    }

    void rejected(long line, String why, String text) {
        rejected.add(new RejectedLine(line, why, text));
    }

    /** Rejected lines that are not stored yet. */
    int waiting() {
        return rejected.size();
    }

    void store() {
        var counts = new Counts(read, recorded, changed, unchanged, rejectedBefore + rejected.size());
        imports.progressed(id, counts, rejected);
        rejectedBefore += rejected.size();
        rejected.clear();
    }
}
