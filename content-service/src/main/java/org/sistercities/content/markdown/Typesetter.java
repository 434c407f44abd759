package org.sistercities.content.markdown;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes safe HTML of Markdown: CommonMark with tables, footnotes and plain links. HTML in the text passes as far as the allow-list
 * goes. Takes time and memory in proportion to the text, whatever is in it.
 */
public final class Typesetter {
    private static final int MOST_NESTED_BLOCKS = 60;
    private static final int MOST_CELLS = 50_000;
    private static final long MOST_SCANNING = 20_000_000; // characters
    private static final int LONGEST_HTML = 2_000_000;

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            FootnotesExtension.create(),
            AutolinkExtension.create(),
            HeadingAnchorExtension.builder().idPrefix(AllowList.HEADING_ID).build());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(MOST_NESTED_BLOCKS)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .attributeProviderFactory(_ -> new OurImages())
            .build();

    private final AllowList allowed;

    /** @param host of the site: links to it are no outside links */
    public Typesetter(String host) {
        this.allowed = new AllowList(host);
    }

    /**
     * The text as visitors see it.
     *
     * @throws TooComplex when it is built to be expensive
     */
    public Rendition set(String markdown) {
        try {
            var html = allowed.sanitised(html(markdown));
            return new Rendition(html, Words.of(html), Words.opening(html), Words.images(html), Words.imageIds(html));
        } catch (StackOverflowError e) { // the renderer goes down with each level of emphasis
            throw new TooComplex("marks within marks, too many levels deep");
        }
    }

    private static String html(String markdown) {
        if (cells(markdown) > MOST_CELLS) throw new TooComplex("a table of too many cells");
        if (scanning(markdown) > MOST_SCANNING) throw new TooComplex("too many tags that do not end");
        var html = new BoundedText(LONGEST_HTML);
        RENDERER.render(PARSER.parse(markdown), html);
        return html.toString();
    }

    /** No fewer than its tables can have: every row is filled up to the widest. */
    private static long cells(String markdown) {
        long widest = markdown.lines()
                .mapToLong(line -> line.chars().filter(c -> c == '|').count())
                .max()
                .orElse(0);
        return widest * markdown.lines().count();
    }

    /** How far the parser looks for the ends of all that may be a tag: from each to the next end, whatever comes in between. */
    private static long scanning(String markdown) {
        long sum = 0;
        int end = markdown.length();
        for (int i = end - 1; i >= 0; i--) {
            char c = markdown.charAt(i);
            if (c == '>') end = i;
            else if (c == '<') sum += end - i;
        }
        return sum;
    }

    /** Stops before memory does: one short reference can stand for a long address, a thousand times. */
    private record BoundedText(StringBuilder text, int longest) implements Appendable {

        BoundedText(int longest) {
            this(new StringBuilder(), longest);
        }

        @Override
        public Appendable append(CharSequence more) {
            return append(more, 0, more.length());
        }

        @Override
        public Appendable append(CharSequence more, int start, int end) {
            if (text.length() + end - start > longest) throw new TooComplex("far more to show than it has to read");
            text.append(more, start, end);
            return this;
        }

        @Override
        public Appendable append(char more) {
            return append(String.valueOf(more), 0, 1);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
