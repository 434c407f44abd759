package org.sistercities.content.story;

import java.util.List;
import java.util.stream.Stream;
import org.sistercities.content.markdown.Rendition;

/** What was written, and what visitors get of it. */
public record Copy(Manuscript text, Rendition rendition) {

    /** The ids of all images it shows: the one that stands for it, then those in the text. */
    public List<String> imageIds() {
        return Stream.concat(Stream.ofNullable(text.leadImage()), rendition.imageIds().stream())
                .distinct()
                .toList();
    }

    /** What an editor wrote to choose the story by, else how it begins. */
    public String excerpt() {
        return text.excerpt() != null && !text.excerpt().isBlank() ? text.excerpt() : rendition.opening();
    }
}
