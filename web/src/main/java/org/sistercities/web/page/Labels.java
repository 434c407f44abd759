package org.sistercities.web.page;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page says of a field by its name, it says with the words people see beside the field; what has no label is no link. */
final class Labels {
    private static final Pattern LINK = Pattern.compile("<a data-field href=\"#([^\"]*)\">[^<]*</a>");

    private Labels() {}

    /** The page with the links to its fields named. */
    static String named(String html) {
        return LINK.matcher(html).replaceAll(link -> Matcher.quoteReplacement(named(link, html)));
    }

    private static String named(MatchResult link, String html) {
        var field = link.group(1);
        var label = Pattern.compile("<label for=\"" + Pattern.quote(field) + "\"[^>]*>(.*?)</label>")
                .matcher(html);
        if (!label.find()) return field;
        return "<a href=\"#" + field + "\">"
                + label.group(1).replaceAll("<[^>]*>", "").strip() + "</a>";
    }
}
