package org.sistercities.web.writing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.story.StoryPage.Credit;
import org.sistercities.web.story.StoryPage.Picture;
import org.sistercities.web.story.StoryPage.Source;

/** A picture with what is said about it. */
record Image(
        String id,
        String uploadedBy,
        Instant uploadedAt,
        String alt,
        @Nullable String caption,
        @Nullable String creditLine,
        @Nullable List<Credit> credits,
        @Nullable Licence licence,
        @Nullable FocalPoint focalPoint,
        int width,
        int height,
        String markdown,
        List<Source> sources) {

    record Licence(String name, @Nullable String url) {}

    record FocalPoint(double x, double y) {}

    record Listed(List<Image> items, @Nullable String next) {}

    /** The address of the largest. */
    public String url() {
        return sources.getFirst().url();
    }

    /** The address of the smallest, for lists. */
    public String small() {
        return sources.getLast().url();
    }

    /** As it is printed under the picture. */
    public String printed() {
        if (creditLine != null && !creditLine.isBlank()) return creditLine;
        return credits == null
                ? ""
                : String.join("; ", credits.stream().map(Credit::line).toList());
    }

    /** As a story shows it. */
    Picture picture() {
        return new Picture(url(), width, height, alt, caption, printed(), sources);
    }
}
