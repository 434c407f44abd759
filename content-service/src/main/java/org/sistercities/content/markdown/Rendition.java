package org.sistercities.content.markdown;

import java.util.List;

/**
 * What visitors get of a text in Markdown; made once, when it is written.
 *
 * @param html sanitised
 * @param text its words without markup
 * @param opening how it begins, ended at a word
 * @param images the addresses of the images in it, in order
 */
public record Rendition(String html, String text, String opening, List<String> images) {

    public Rendition {
        images = List.copyOf(images);
    }
}
