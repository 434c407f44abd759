package org.sistercities.platform.aggregate;

/** An aggregate as it stands in the database; {@code revision} starts at 1 and grows by one with every change. */
public record Stored<S>(String id, long revision, S state) {

    /** The strong entity tag of this revision, quotes included. */
    public String etag() {
        return "\"" + revision + "\"";
    }
}
