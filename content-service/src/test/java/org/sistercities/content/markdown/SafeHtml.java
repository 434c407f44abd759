package org.sistercities.content.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at HTML as a suspicious reader would, with no part of what made it. */
final class SafeHtml {
    private static final Set<String> ELEMENTS = Set.of(
            "h1 h2 h3 h4 h5 h6 p br hr blockquote pre section em strong b i u s del ins mark small sub sup code ul ol li dl dt dd figure figcaption cite q abbr time table caption thead tbody tfoot tr th td img a"
                    .split(" "));
    private static final Set<String> ATTRIBUTES =
            Set.of("id class align start title lang href src alt loading rel".split(" "));
    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z0-9]+)((?: [a-z]+=\"[^\"<>]*\")*) ?/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z]+)=\"([^\"<>]*)\"");

    private SafeHtml() {}

    static List<String> complaints(String html) {
        var complaints = new ArrayList<String>();
        var tags = TAG.matcher(html);
        var rest = new StringBuilder();
        while (tags.find()) {
            tags.appendReplacement(rest, "");
            if (!ELEMENTS.contains(tags.group(1))) complaints.add("element " + tags.group(1));
            var attributes = ATTRIBUTE.matcher(tags.group(2));
            while (attributes.find()) check(attributes.group(1), attributes.group(2), complaints);
        }
        tags.appendTail(rest);
        if (rest.indexOf("<") >= 0) complaints.add("a bare <: " + rest.substring(rest.indexOf("<")));
        return complaints;
    }

    private static void check(String name, String value, List<String> complaints) {
        if (!ATTRIBUTES.contains(name)) complaints.add("attribute " + name);
        if (name.equals("id") && !value.matches("(h|fn|fnref)-.*")) complaints.add("id " + value);
        if (name.equals("href") || name.equals("src")) {
            var address = decoded(value).replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
            int colon = address.indexOf(':');
            boolean relative = colon < 0 || address.substring(0, colon).matches(".*[/?#].*");
            if (!relative && !address.matches("(https?|mailto):.*")) complaints.add("address " + value);
            if (name.equals("src") && !address.matches("https://.*|/api/v1/images/[0-9a-f]{32}"))
                complaints.add("image " + value);
        }
    }

    private static String decoded(String value) {
        var text = Pattern.compile("&#(\\d+);")
                .matcher(value)
                .replaceAll(m ->
                        java.util.regex.Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1)))));
        return text.replace("&amp;", "&");
    }
}
