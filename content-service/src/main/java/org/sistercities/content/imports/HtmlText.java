package org.sistercities.content.imports;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** HTML of other systems, read as browsers read it, but no deeper than people write. */
final class HtmlText {
    private static final int DEEPEST = 100;
    private static final int LONGEST_LINE = 20_000; // characters

    private HtmlText() {}

    static Document parsed(String html) {
        return Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "");
    }

    /** The words without markup, of its beginning: for titles and the like. */
    static String plain(String html) {
        return parsed(html.substring(0, Math.min(html.length(), LONGEST_LINE)))
                .text()
                .strip();
    }
}
