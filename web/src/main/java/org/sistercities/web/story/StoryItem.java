package org.sistercities.web.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A story in a list. */
public record StoryItem(
        String id,
        String kind,
        String slug,
        String language,
        String headline,
        String excerpt,
        @Nullable Dateline dateline,
        List<Author> authors,
        List<CityRef> cities,
        @Nullable String image,
        LocalDate publishedOn,
        @Nullable Highlight highlight) {

    /** Where and when a press release was given out. */
    public record Dateline(String place, LocalDate date) {}

    /** Who wrote it. */
    public record Author(String key, String name) {}

    /** A city it is about. */
    public record CityRef(String id, @Nullable String name) {}

    /** Where the words searched for are; HTML with {@code <mark>} and nothing else. */
    public record Highlight(String headline, String text) {}
}
