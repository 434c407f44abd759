package org.sistercities.content.search;

import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/** Writes passages as HTML: what was found in {@code <mark>}, everything else escaped. */
final class Passages extends PassageFormatter {
    private static final int LONGEST = 400;

    @Override
    public String format(Passage[] passages, String text) {
        var html = new StringBuilder();
        for (var passage : passages) {
            if (!html.isEmpty()) html.append(" … ");
            format(passage, text, html);
        }
        return html.toString().strip();
    }

    private static void format(Passage passage, String text, StringBuilder html) {
        int end = Math.min(passage.getEndOffset(), Math.max(passage.getStartOffset() + LONGEST, lastMatch(passage)));
        int at = passage.getStartOffset();
        for (int i = 0; i < passage.getNumMatches(); i++) {
            int start = passage.getMatchStarts()[i];
            int stop = passage.getMatchEnds()[i];
            if (start < at || stop > end) continue; // within another match, or too far
            escape(text, at, start, html);
            html.append("<mark>");
            escape(text, start, stop, html);
            html.append("</mark>");
            at = stop;
        }
        escape(text, at, end, html);
    }

    /** A sentence without an end is shown as far as its first match at least. */
    private static int lastMatch(Passage passage) {
        return passage.getNumMatches() == 0 ? 0 : passage.getMatchEnds()[0];
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                default -> html.append(c);
            }
        }
    }
}
