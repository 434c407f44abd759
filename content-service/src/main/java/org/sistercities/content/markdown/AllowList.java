package org.sistercities.content.markdown;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** What may be in a story's HTML: words and their order, links, images from the web and our own. No script, style, frame, form or drawing. */
final class AllowList {
    /** What a heading's id begins with, so that it is no name a page's script knows. */
    static final String HEADING_ID = "h-";

    private static final Pattern ID = Pattern.compile("(h|fn|fnref)-[\\p{L}\\p{M}\\p{N}_-]{1,200}");
    private static final Pattern FOOTNOTES = Pattern.compile("footnotes|footnote-ref|footnote-backref");
    private static final Pattern CODE_LANGUAGE = Pattern.compile("language-[\\w+#-]{1,40}");
    private static final Pattern ALIGNMENT = Pattern.compile("left|right|center");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern IMAGE =
            Pattern.compile("https://\\S+|" + OurImages.PATH + "[0-9a-f]{32}", Pattern.CASE_INSENSITIVE);

    private final PolicyFactory policy;
    private final String host;

    AllowList(String host) {
        this.host = host;
        this.policy = new HtmlPolicyBuilder()
                .allowElements("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "section")
                .allowElements("em", "strong", "b", "i", "u", "s", "del", "ins", "mark", "small", "sub", "sup", "code")
                .allowElements("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "cite", "q", "abbr", "time")
                .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
                .allowElements(AllowList::lazily, "img")
                .allowElements(this::marked, "a")
                .allowUrlProtocols("https", "http", "mailto")
                .allowAttributes("id")
                .matching(ID)
                .onElements("h1", "h2", "h3", "h4", "h5", "h6", "a", "li")
                .allowAttributes("class")
                .matching(FOOTNOTES)
                .onElements("section", "sup", "a")
                .allowAttributes("class")
                .matching(CODE_LANGUAGE)
                .onElements("code")
                .allowAttributes("align")
                .matching(ALIGNMENT)
                .onElements("th", "td")
                .allowAttributes("start")
                .matching(NUMBER)
                .onElements("ol")
                .allowAttributes("title")
                .onElements("a", "img", "abbr")
                .allowAttributes("lang")
                .matching(Pattern.compile("[A-Za-z0-9-]{2,35}"))
                .globally()
                .allowAttributes("href")
                .onElements("a")
                .allowAttributes("src")
                .matching(IMAGE)
                .onElements("img")
                .allowAttributes("alt")
                .onElements("img")
                .toFactory();
    }

    String sanitised(String html) {
        return policy.sanitize(html);
    }

    /** An image is fetched when it comes into view; one without an address is left out. */
    private static @Nullable String lazily(String element, List<String> attributes) {
        if (valueOf("src", attributes) == null) return null;
        if (valueOf("alt", attributes) == null) attributes.addAll(List.of("alt", ""));
        attributes.addAll(List.of("loading", "lazy"));
        return element;
    }

    /** A link to another site says so, and does not say where its reader comes from. */
    private String marked(String element, List<String> attributes) {
        var target = valueOf("href", attributes);
        if (target != null && isOutside(target)) attributes.addAll(List.of("rel", "external noopener noreferrer"));
        return element;
    }

    private boolean isOutside(String target) {
        var lower = target.strip().toLowerCase(Locale.ROOT);
        if (!lower.startsWith("http:") && !lower.startsWith("https:") && !lower.startsWith("//")) return false;
        try {
            return !host.equalsIgnoreCase(URI.create(lower).getHost());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static @Nullable String valueOf(String name, List<String> attributes) {
        for (int i = 0; i + 1 < attributes.size(); i += 2)
            if (attributes.get(i).equals(name)) return attributes.get(i + 1);
        return null;
    }
}
