package org.sistercities.web.page;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page says of a field by its name, it says with the words people see beside the field; what has no label is no link. Where
 * the API has other names for what is typed into a field, {@code data-names} of its label has them, with spaces between.
 */
final class Labels {
    private static final Pattern LINK = Pattern.compile("<a data-field href=\"#([^\"]*)\">[^<]*</a>");

    private Labels() {}

    /** The page with the links to its fields named. */
    static String named(String html) {
        return LINK.matcher(html).replaceAll(link -> Matcher.quoteReplacement(named(link, html)));
    }

    private static String named(MatchResult link, String html) {
        var field = link.group(1);
        return label("for=\"(" + Pattern.quote(field) + ")\"", html)
                .or(() -> label("for=\"([^\"]*)\" data-names=\"(?:[^\"]* )?" + Pattern.quote(field) + "[ \"]", html))
                .orElse(field);
    }

    private static Optional<String> label(String attributes, String html) {
        return Pattern.compile("<label " + attributes + "[^>]*>(.*?)</label>")
                .matcher(html)
                .results()
                .findFirst()
                .map(label -> "<a href=\"#" + label.group(1) + "\">"
                        + label.group(2).replaceAll("<[^>]*>", "").strip() + "</a>");
    }
}
