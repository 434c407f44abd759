package org.sistercities.content.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** What stands within a line: words, stress, links, pictures. */
final class Phrases {
    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
            "form",
            "input",
            "button",
            "select",
            "textarea",
            "svg",
            "math",
            "canvas",
            "object",
            "param",
            "applet",
            "frame",
            "frameset",
            "link",
            "meta",
            "base",
            "dialog",
            "map");
    private static final Set<String> KEPT_AS_HTML = Set.of("sub", "sup", "del", "s", "ins", "mark");

    private final @Nullable String page;
    private final Pictures pictures;

    /** Knows which pictures are here. */
    interface Pictures {
        /**
         * The picture an address stands for, if it is here. It is kept once, with the first caption it has.
         *
         * @param alt what it shows, as the page says
         * @param caption what is written below it
         */
        Optional<Found> find(String address, String alt, String caption);

        /** With what is written below it wherever it is shown; empty for nothing. */
        record Found(String id, String caption) {}
    }

    Phrases(@Nullable String page, Pictures pictures) {
        this.page = page;
        this.pictures = pictures;
    }

    static boolean isLeftOut(Element element) {
        return LEFT_OUT.contains(element.normalName());
    }

    static boolean isBreak(org.jsoup.nodes.Node node) {
        return node instanceof Element element && element.normalName().equals("br");
    }

    void write(org.jsoup.nodes.Node node, Node into) {
        if (node instanceof TextNode words) text(words.getWholeText(), into);
        else if (node instanceof Element element && !isLeftOut(element)) element(element, into);
    }

    /** All the words of an element in one line. */
    void line(Element element, Node into) {
        for (var child : element.childNodes()) {
            if (isBreak(child)) text(" ", into);
            else write(child, into);
        }
        finish(into);
    }

    private void element(Element element, Node into) {
        switch (element.normalName()) {
            case "br" -> {
                if (into.getFirstChild() != null && !(into.getLastChild() instanceof HardLineBreak))
                    into.appendChild(new HardLineBreak());
            }
            case "strong", "b" -> stressed(element, new StrongEmphasis(), into);
            case "em", "i" -> stressed(element, new Emphasis(), into);
            case "code", "kbd", "samp", "tt" -> {
                var literal = element.text().strip();
                if (literal.isEmpty()) return;
                if (into.getLastChild() instanceof Code before) before.setLiteral(before.getLiteral() + literal);
                else into.appendChild(new Code(literal));
            }
            case "a" -> link(element, into);
            case "img" -> picture(element, "", into);
            default -> {
                if (KEPT_AS_HTML.contains(element.normalName())) asHtml(element.normalName(), element, into);
                else children(element, into);
            }
        }
    }

    private void children(Element of, Node into) {
        for (var child : of.childNodes()) write(child, into);
    }

    /** White space is one space, and none at the beginning of a line. */
    private static void text(String words, Node into) {
        var text = words.replaceAll("[ \\t\\r\\n\\f]+", " ").replaceAll("\\p{Cc}", "");
        var last = into.getLastChild();
        boolean isAtBegin = (last == null && !isStress(into)) || last instanceof HardLineBreak;
        if (isAtBegin || (last instanceof Text before && before.getLiteral().endsWith(" ")))
            text = text.replaceFirst("^ ", "");
        if (text.isEmpty()) return;
        if (last instanceof Text before) before.setLiteral(before.getLiteral() + text);
        else into.appendChild(new Text(text));
    }

    private static boolean isStress(Node node) {
        return node instanceof Emphasis || node instanceof StrongEmphasis || node instanceof Link;
    }

    /** Spaces go outside of the stars, which would not be read as stress otherwise; stress in stress of its kind is none. */
    private void stressed(Element element, Node stress, Node into) {
        for (Node outer = into; outer != null; outer = outer.getParent())
            if (outer.getClass() == stress.getClass()) {
                children(element, into);
                return;
            }
        into.appendChild(stress);
        children(element, stress);
        stress.unlink();
        surround(stress, into);
    }

    private static void surround(Node inner, Node into) {
        var before = stripped(inner, true);
        var after = stripped(inner, false);
        put(before, into);
        if (inner.getFirstChild() != null) into.appendChild(inner);
        put(after, into);
    }

    /** Takes spaces and line breaks off one end; the break, else a space, else null. */
    private static @Nullable Node stripped(Node inner, boolean isBegin) {
        Node found = null;
        for (var edge = edge(inner, isBegin); edge != null; edge = edge(inner, isBegin)) {
            if (edge instanceof HardLineBreak) {
                found = edge;
                edge.unlink();
                continue;
            }
            if (!(edge instanceof Text text)) return found;
            var literal = text.getLiteral();
            var bare = isBegin ? literal.stripLeading() : literal.stripTrailing();
            if (bare.length() < literal.length() && found == null) found = new Text(" ");
            shorten(text, bare);
            if (!bare.isEmpty()) return found;
        }
        return found;
    }

    private static @Nullable Node edge(Node inner, boolean isBegin) {
        return isBegin ? inner.getFirstChild() : inner.getLastChild();
    }

    private static void put(@Nullable Node gap, Node into) {
        if (gap instanceof Text) text(" ", into);
        else if (gap != null && into.getFirstChild() != null && !(into.getLastChild() instanceof HardLineBreak))
            into.appendChild(gap);
    }

    private static void shorten(Text text, String literal) {
        if (literal.isEmpty()) text.unlink();
        else text.setLiteral(literal);
    }

    private void asHtml(String name, Element element, Node into) {
        into.appendChild(html("<" + name + ">"));
        children(element, into);
        into.appendChild(html("</" + name + ">"));
    }

    private static HtmlInline html(String tag) {
        var html = new HtmlInline();
        html.setLiteral(tag);
        return html;
    }

    private void link(Element element, Node into) {
        var target = target(element.attr("href"));
        boolean isWithin = false;
        for (Node outer = into; outer != null; outer = outer.getParent()) isWithin |= outer instanceof Link;
        if (target == null || isWithin) {
            children(element, into);
            return;
        }
        var link = new Link(target, null);
        into.appendChild(link);
        children(element, link);
        link.unlink();
        if (isAPicture(link)) {
            for (var child = link.getFirstChild(); child != null; child = link.getFirstChild()) into.appendChild(child);
        } else surround(link, into);
    }

    /** Makes a whole line a link to where an element leads, unless it has links of its own; whether it has. */
    boolean linkWhole(Element element, Node line) {
        var target = target(element.attr("href"));
        if (target == null) return false;
        for (var child = line.getFirstChild(); child != null; child = child.getNext())
            if (child instanceof Link || child instanceof Image) return false;
        var link = new Link(target, null);
        for (var child = line.getFirstChild(); child != null; child = line.getFirstChild()) link.appendChild(child);
        line.appendChild(link);
        return true;
    }

    /** A picture that leads to itself, larger; here it has its sizes. */
    private static boolean isAPicture(Node link) {
        var first = link.getFirstChild();
        return first instanceof Link || (first instanceof Image && first.getNext() == null);
    }

    private @Nullable String target(String href) {
        var link = href.strip();
        if (link.toLowerCase(Locale.ROOT).startsWith("mailto:"))
            return link.matches("(?i)mailto:[\\w.+-]{1,64}@[\\w.-]{1,255}") ? link : null;
        return Address.resolved(link, page);
    }

    /**
     * A picture that is here is shown; of another one stays a link, or only what it shows.
     *
     * @return whether the caption is with the picture
     */
    boolean picture(Element element, String caption, Node into) {
        var source = source(element);
        if (source.isEmpty()) return false;
        var alt = element.attr("alt").strip();
        var found = pictures.find(source, alt, caption);
        if (found.isPresent()) {
            var image = new Image("image:" + found.get().id(), null);
            if (!alt.isEmpty()) image.appendChild(new Text(alt.replaceAll("\\s+", " ")));
            into.appendChild(image);
            return found.get().caption().equals(caption);
        }
        var address = Address.resolved(source, page);
        var words = alt.isEmpty() ? "picture" : alt.replaceAll("\\s+", " ");
        if (address == null) text(alt.isEmpty() ? "" : words, into);
        else {
            var link = new Link(address, null);
            link.appendChild(new Text(words));
            into.appendChild(link);
        }
        return false;
    }

    /** Pages that load their pictures late have something else in {@code src}. */
    private static String source(Element element) {
        for (var name : new String[] {"data-orig-file", "data-src", "data-lazy-src", "src"}) {
            var source = element.attr(name).strip();
            if (!source.isEmpty() && !source.startsWith("data:")) return source;
        }
        return "";
    }

    /** A link that shows where it leads. */
    void address(String source, Node into) {
        var address = Address.resolved(source, page);
        if (address == null) return;
        var link = new Link(address, null);
        link.appendChild(new Text(address));
        into.appendChild(link);
    }

    /** Nothing but words at both ends, and stress that will be read as stress. */
    void finish(Node line) {
        for (var last = line.getLastChild(); last != null; last = line.getLastChild()) {
            if (last instanceof HardLineBreak) last.unlink();
            else if (last instanceof Text text && text.getLiteral().isBlank()) last.unlink();
            else {
                if (last instanceof Text text) text.setLiteral(text.getLiteral().stripTrailing());
                break;
            }
        }
        Stress.settle(line);
    }
}
