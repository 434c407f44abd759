package org.sistercities.events.paging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.Rejection;

/** Where a page starts in a list ordered by a time and then by id: behind this one. Clients hand it back as they got it. */
public record Cursor(Instant time, String id) {
    private static final Cursor START = new Cursor(Instant.ofEpochMilli(Long.MIN_VALUE), "");

    /** The cursor of a request; the start of the list without one. */
    public static Cursor of(@Nullable String text) {
        if (text == null) return START;
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
            return new Cursor(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new MalformedCursor();
        }
    }

    /** The list's order. */
    public static Bson order(String timeProperty) {
        return ascending(timeProperty, "_id");
    }

    /** What comes behind this place. */
    public Bson filter(String timeProperty) {
        if (equals(START)) return empty();
        return or(gt(timeProperty, time), and(eq(timeProperty, time), gt("_id", id)));
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((time + " " + id).getBytes(UTF_8));
    }

    /** It is no cursor this service has ever given. */
    public static final class MalformedCursor extends Rejection {
        MalformedCursor() {
            super(Reason.MALFORMED, "The cursor must be the next of a page before, unchanged.");
        }
    }
}
