package org.sistercities.platform.aggregate;

import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.Rejection;

/** The {@code If-Match} header of a staff write: the entity tag of the revision its author has read. */
public final class IfMatch {

    private IfMatch() {}

    /**
     * The revision a strong entity tag names.
     *
     * @throws RevisionRequired when the header is missing
     * @throws MalformedRevision when it is no entity tag of ours
     */
    public static long revision(@Nullable String header) {
        if (header == null) throw new RevisionRequired();
        if (!header.matches("\"\\d{1,18}\"")) throw new MalformedRevision(header);
        return Long.parseLong(header, 1, header.length() - 1, 10);
    }

    /** The write came without If-Match, so it could overwrite what its author never saw. */
    public static final class RevisionRequired extends Rejection {
        RevisionRequired() {
            super(Reason.REVISION_REQUIRED, "Send If-Match with the ETag you have read.");
        }
    }

    /** The header is no entity tag this service has ever given. */
    public static final class MalformedRevision extends Rejection {
        MalformedRevision(String header) {
            super(Reason.MALFORMED, "If-Match must be one ETag as this service gave it, not " + header);
        }
    }
}
