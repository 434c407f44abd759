package org.sistercities.content.imports;

import org.sistercities.platform.problem.Rejection;

/** Why an upload is not imported at all. */
final class Refusal {

    private Refusal() {}

    /** It is not what it is said to be, or is broken, or built to be expensive. */
    static final class UnreadableExport extends Rejection {
        UnreadableExport(String why) {
            super(Reason.INVALID, "The export cannot be read: " + why + ".");
        }
    }

    /** The archive has too much in it, or names that lead out of it. */
    static final class UnsafeArchive extends Rejection {
        UnsafeArchive(String why) {
            super(Reason.INVALID, "The archive is not opened: " + why + ".");
        }
    }

    /** Imports take memory and come one after the other. */
    static final class ImportUnderWay extends Rejection {
        ImportUnderWay() {
            super(Reason.TRY_AGAIN, "Another import is under way; try again when it is done.");
        }
    }
}
