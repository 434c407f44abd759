package org.sistercities.platform.aggregate;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.Rejection;

/** The {@code If-Match} header of a staff write: the entity tag of the revision its author has read. */
public final class IfMatch {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(\\.\\d{1,18})?\"");

    private IfMatch() {}

    /**
     * The revision a strong entity tag names: {@code "7"}, or {@code "7.153"} where a page also shows something that changes by
     * itself, which is after the dot and keeps nobody from writing.
     *
     * @throws RevisionRequired when the header is missing
     * @throws MalformedRevision when it is no entity tag of ours
     */
    public static long revision(@Nullable String header) {
        if (header == null) throw new RevisionRequired();
        var tag = TAG.matcher(header);
        if (!tag.matches()) throw new MalformedRevision(header);
        return Long.parseLong(tag.group(1));
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
