package org.sistercities.content.editing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.sistercities.content.image.Figures;
import org.sistercities.content.image.Gallery;
import org.sistercities.content.image.Picture;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Story;
import org.sistercities.platform.aggregate.Stored;

/** A draft as visitors would read it; nothing of who works on it. */
record Preview(
        String id, Story.Status status, @JsonUnwrapped Manuscript text, String opening, String html) {

    static Preview of(Stored<Story> stored, Gallery gallery) {
        var story = stored.state();
        var copy = story.working();
        return new Preview(
                stored.id(),
                story.status(),
                copy.text().shown(story.slug(), null),
                copy.excerpt(),
                Figures.in(copy.rendition().html(), id -> gallery.find(id).map(image -> Picture.of(image, ""))));
    }
}
