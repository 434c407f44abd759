package org.sistercities.web.seeking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open listing on the seeking board.
 *
 * @param until when it leaves the board, unless it is renewed
 */
public record Listing(City city, Wanted wanted, String text, Instant postedAt, Instant until) {
    private static final int OPENING = 40;

    /** The city that seeks, as it is called today. */
    public record City(
            String id,
            String name,
            @Nullable String region,
            String countryCode,
            @Nullable Long population) {}

    /**
     * What it wishes of a sister; what is empty is left open.
     *
     * @param countries ISO 3166-1 alpha-2
     * @param languages BCP 47
     */
    public record Wanted(
            List<String> regions,
            List<String> countries,
            List<String> languages,
            List<String> themes,
            @Nullable Long minPopulation,
            @Nullable Long maxPopulation) {

        public boolean hasPlaces() {
            return !regions.isEmpty() || !countries.isEmpty();
        }
    }

    /** A page of the board. */
    public record Listed(List<Listing> items, @Nullable String next) {}

    /** Its paragraphs. */
    public List<String> paragraphs() {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    /** Its first words, for lists. */
    public String opening() {
        var words = text.strip().split("\\s+");
        if (words.length <= OPENING) return String.join(" ", words);
        return String.join(" ", List.of(words).subList(0, OPENING)) + " …";
    }
}
