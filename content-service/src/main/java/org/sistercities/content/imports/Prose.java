package org.sistercities.content.imports;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.imports.Phrases.Pictures;

/**
 * Makes Markdown of HTML: the tree a browser would see becomes the tree of a Markdown document, and commonmark-java writes that, so
 * that no sign in the text is taken for markup. What can do something, or has no words, is left out.
 */
final class Prose {
    private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .build();
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "iframe",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "ul",
            "video",
            "audio",
            "embed");
    private static final String BLOCK = String.join(",", BLOCKS);
    private static final int MOST_BACKTICKS = 100;

    private final Phrases phrases;

    private Prose(@Nullable String page, Pictures pictures) {
        this.phrases = new Phrases(page, pictures);
    }

    /**
     * The Markdown.
     *
     * @param page the address the HTML was at, which its links may be relative to
     * @param pictures says which pictures are here
     */
    static String markdown(String html, @Nullable String page, Pictures pictures) {
        var document = new Document();
        var prose = new Prose(page, pictures);
        prose.children(HtmlText.parsed(html).body(), document);
        return RENDERER.render(document).strip();
    }

    private void children(Element of, Node into) {
        Paragraph open = null;
        for (var child : of.childNodes()) {
            if (child instanceof Element element && isBlock(element)) {
                open = closed(open);
                block(element, into);
            } else if (open != null && Phrases.isBreak(child) && open.getLastChild() instanceof HardLineBreak) {
                open = closed(open); // two line breaks: people mean a paragraph
            } else {
                if (open == null) {
                    open = new Paragraph();
                    into.appendChild(open);
                }
                phrases.write(child, open);
                if (open.getFirstChild() == null) {
                    open.unlink();
                    open = null;
                }
            }
        }
        closed(open);
    }

    private @Nullable Paragraph closed(@Nullable Paragraph open) {
        if (open == null) return null;
        phrases.finish(open);
        if (open.getFirstChild() == null) open.unlink();
        return null;
    }

    private static boolean isBlock(Element element) {
        if (Phrases.isLeftOut(element)) return false;
        return BLOCKS.contains(element.normalName()) || !element.select(BLOCK).isEmpty();
    }

    private void block(Element element, Node into) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, into);
            case "p" -> children(element, into);
            case "ul" -> list(element, into, new BulletList());
            case "ol" -> list(element, into, numbered(element));
            case "blockquote" -> {
                var quote = new BlockQuote();
                children(element, quote);
                if (quote.getFirstChild() != null) into.appendChild(quote);
            }
            case "pre" -> code(element, into);
            case "hr" -> into.appendChild(new ThematicBreak());
            case "table" -> table(element, into);
            case "figure" -> figure(element, into);
            case "iframe", "video", "audio", "embed" -> player(element, into);
            case "a" -> linked(element, into);
            default -> children(element, into);
        }
    }

    /** Of paragraphs that are one link together, such as a card, the first words lead there. */
    private void linked(Element element, Node into) {
        var before = into.getLastChild();
        children(element, into);
        for (var block = before == null ? into.getFirstChild() : before.getNext();
                block != null;
                block = block.getNext()) {
            boolean isText = block instanceof Paragraph || block instanceof Heading;
            if (isText && phrases.linkWhole(element, block)) return;
        }
    }

    /** The headline above is the only one of the first level. */
    private void heading(Element element, Node into) {
        var heading = new Heading();
        heading.setLevel(Math.max(2, element.normalName().charAt(1) - '0'));
        phrases.line(element, heading);
        if (heading.getFirstChild() != null) into.appendChild(heading);
    }

    private static OrderedList numbered(Element element) {
        var list = new OrderedList();
        var start = element.attr("start");
        list.setMarkerStartNumber(start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1);
        return list;
    }

    private void list(Element element, Node into, ListBlock list) {
        list.setTight(element.select("> li > p, > li > blockquote, > li > pre, > li > table")
                .isEmpty());
        for (var child : element.children()) {
            var item = new ListItem();
            if (child.normalName().equals("li")) children(child, item);
            else if (!Phrases.isLeftOut(child)) block(child, item);
            if (item.getFirstChild() != null) list.appendChild(item);
        }
        if (list.getFirstChild() != null) into.appendChild(list);
    }

    private static void code(Element element, Node into) {
        var literal = element.wholeText();
        if (literal.isBlank()) return;
        var fence = "```";
        while (literal.contains(fence) && fence.length() < MOST_BACKTICKS) fence += "`";
        var code = new FencedCodeBlock();
        code.setFenceCharacter("`");
        code.setOpeningFenceLength(fence.length());
        code.setClosingFenceLength(fence.length());
        code.setLiteral(literal.endsWith("\n") ? literal : literal + "\n");
        into.appendChild(code);
    }

    private void table(Element element, Node into) {
        var rows = element.select("tr");
        if (Tables.isPlain(element, rows)) into.appendChild(Tables.of(rows, phrases));
        else
            for (var cell : element.select("caption, th, td"))
                if (element.equals(cell.closest("table"))) children(cell, into);
    }

    /** Pictures with what is written below them; a figure of something else is what it is of. */
    private void figure(Element element, Node into) {
        var pictures = element.select("img");
        if (pictures.isEmpty()
                || !element.select("blockquote, pre, table, iframe").isEmpty()) {
            children(element, into);
            return;
        }
        var caption = element.select("figcaption").text().strip();
        boolean isSaid = false;
        for (var picture : pictures) {
            var paragraph = new Paragraph();
            isSaid |= phrases.picture(picture, caption, paragraph);
            if (paragraph.getFirstChild() != null) into.appendChild(paragraph);
        }
        if (!isSaid) element.select("figcaption").forEach(words -> children(words, into));
    }

    /** What plays elsewhere is a link to there. */
    private void player(Element element, Node into) {
        var source = element.hasAttr("src")
                ? element.attr("src")
                : element.select("source").attr("src");
        var paragraph = new Paragraph();
        phrases.address(source, paragraph);
        if (paragraph.getFirstChild() != null) into.appendChild(paragraph);
    }
}
