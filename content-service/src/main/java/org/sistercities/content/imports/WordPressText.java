package org.sistercities.content.imports;

import java.util.regex.Pattern;

/** Text as WordPress stores it: blank lines stand for paragraphs unless its block editor wrote it, and there are shortcodes. */
final class WordPressText {
    private static final Pattern SHORTCODE = Pattern.compile(
            "\\[/?(?:caption|embed|gallery|audio|video|playlist|vc_\\w{1,40}|et_pb_\\w{1,40})(?:\\s[^\\[\\]]{0,2000})?\\]");
    private static final Pattern CAPTION = Pattern.compile(
            "\\[caption[^\\[\\]]{0,2000}]\\s{0,100}((?:<a\\s[^<>]{0,2000}>)?\\s{0,100}<img\\s[^<>]{0,4000}>\\s{0,100}(?:</a>)?)([^\\[]{0,2000})\\[/caption]");
    private static final Pattern BLANK_LINES = Pattern.compile("\\r?\\n[ \\t]{0,100}\\r?\\n\\s{0,1000}");

    private WordPressText() {}

    static String html(String stored) {
        var figures = CAPTION.matcher(stored).replaceAll("<figure>$1<figcaption>$2</figcaption></figure>");
        var text = SHORTCODE.matcher(figures).replaceAll(" ");
        return text.contains("<!-- wp:") ? text : withParagraphs(text);
    }

    private static String withParagraphs(String text) {
        var html = new StringBuilder(text.length() + 100);
        int at = 0;
        while (at < text.length()) {
            int pre = text.indexOf("<pre", at);
            int end = pre < 0 ? -1 : text.indexOf("</pre>", pre);
            if (end < 0) pre = text.length();
            html.append(paragraphs(text.substring(at, pre)));
            at = end < 0 ? text.length() : end;
            if (end >= 0) html.append(text, pre, end);
        }
        return html.toString();
    }

    private static String paragraphs(String text) {
        var paragraphs = BLANK_LINES.matcher(text).replaceAll("\n<p>");
        return "<p>" + paragraphs.replaceAll("(?<![>\\r\\n])\\r?\\n(?=[^\\s<])", "<br>\n");
    }
}
