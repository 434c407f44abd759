package org.sistercities.web.event;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown of the events team as HTML: no tags of their own, no links but to the web and to mail. */
final class Prose {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private Prose() {}

    static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }
}
