package org.sistercities.platform.paging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import org.bson.conversions.Bson;

/**
 * A place in a stored list that is sorted by a time and then by id. Opaque to clients; Spring reads it from the request.
 *
 * @param time to the millisecond, as the database keeps it
 */
public record Moment(Instant time, String id) {

    /**
     * Reads a cursor.
     *
     * @throws UnknownCursor when none of ours ever looked like this
     */
    public static Moment valueOf(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", 2);
            return new Moment(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new UnknownCursor();
        }
    }

    /** What comes behind this place in an ascending list. */
    public Bson later(String timeProperty) {
        return or(gt(timeProperty, time), and(eq(timeProperty, time), gt("_id", id)));
    }

    /** What comes behind this place in a descending list. */
    public Bson earlier(String timeProperty) {
        return or(lt(timeProperty, time), and(eq(timeProperty, time), lt("_id", id)));
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((time.toEpochMilli() + " " + id).getBytes(UTF_8));
    }
}
