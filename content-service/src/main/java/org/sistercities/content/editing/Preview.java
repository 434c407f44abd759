package org.sistercities.content.editing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.image.Figures;
import org.sistercities.content.image.Gallery;
import org.sistercities.content.image.Picture;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Story;
import org.sistercities.platform.aggregate.Stored;

/**
 * A draft as visitors would read it; nothing of who works on it.
 *
 * @param picture the image that stands for it
 */
record Preview(
        String id,
        Story.Status status,
        @JsonUnwrapped Manuscript text,
        String opening,
        String html,
        @Nullable Picture picture) {

    static Preview of(Stored<Story> stored, Gallery gallery) {
        var story = stored.state();
        var copy = story.working();
        return new Preview(
                stored.id(),
                story.status(),
                copy.text().shown(story.slug(), null),
                copy.excerpt(),
                Figures.in(copy.rendition().html(), id -> picture(id, gallery)),
                Optional.ofNullable(copy.text().leadImage())
                        .flatMap(id -> picture(id, gallery))
                        .orElse(null));
    }

    private static Optional<Picture> picture(String id, Gallery gallery) {
        return gallery.find(id).map(image -> Picture.of(image, ""));
    }
}
