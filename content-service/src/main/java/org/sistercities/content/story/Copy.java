package org.sistercities.content.story;

import org.sistercities.content.markdown.Rendition;

/** What was written, and what visitors get of it. */
public record Copy(Manuscript text, Rendition rendition) {

    /** What an editor wrote to choose the story by, else how it begins. */
    public String excerpt() {
        return text.excerpt() != null && !text.excerpt().isBlank() ? text.excerpt() : rendition.opening();
    }
}
