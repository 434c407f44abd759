package org.sistercities.content.markdown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What visitors get of a text in Markdown; made once, when it is written.
 *
 * @param html sanitised
 * @param text its words without markup
 * @param opening how it begins, ended at a word
 * @param images the addresses of other sites' images in it, in order
 * @param imageIds the ids of our own, likewise
 */
public record Rendition(String html, String text, String opening, List<String> images, List<String> imageIds) {

    public Rendition {
        images = List.copyOf(images);
        imageIds = orEmpty(imageIds);
    }

    private static List<String> orEmpty(@Nullable List<String> ids) {
        return ids == null ? List.of() : List.copyOf(ids); // as texts of earlier days have it
    }
}
