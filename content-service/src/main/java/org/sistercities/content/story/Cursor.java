package org.sistercities.content.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Base64;
import org.sistercities.platform.problem.Rejection;

/** A place in a list that is sorted by time and id, newest first: the next page begins behind it. Opaque to clients. */
record Cursor(Instant at, String id) {

    /** Read from the request by Spring. */
    public static Cursor valueOf(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
            return new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new MalformedCursor();
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at.toEpochMilli() + " " + id).getBytes(UTF_8));
    }

    /** The cursor is none of ours. */
    static final class MalformedCursor extends Rejection {
        MalformedCursor() {
            super(Reason.MALFORMED, "The cursor must be the \"next\" of an earlier page.");
        }
    }
}
