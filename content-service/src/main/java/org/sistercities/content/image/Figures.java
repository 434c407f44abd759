package org.sistercities.content.image;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Pictures in HTML: with their renditions, and their caption and credit where they stand alone. */
public final class Figures {
    private static final String IMG = "<img (?=[^>]*?src=\"/api/v1/images/(?<%s>[0-9a-f]{32})\")[^>]*>";
    private static final Pattern PLACE =
            Pattern.compile("<p>" + IMG.formatted("alone") + "</p>|" + IMG.formatted("within"));
    private static final Pattern ALT = Pattern.compile(" alt=\"([^\"]+)\"");

    private Figures() {}

    /** The HTML of a text with its images put in; those that {@code find} does not know are left out. */
    public static String in(String html, Function<String, Optional<Picture>> find) {
        return PLACE.matcher(html).replaceAll(place -> {
            var alone = place.group("alone");
            var picture = find.apply(alone != null ? alone : place.group("within"));
            var alt = ALT.matcher(place.group());
            var words = alt.find() ? alt.group(1) : null; // escaped already
            return Matcher.quoteReplacement(picture.map(one -> alone != null ? figure(one, words) : img(one, words))
                    .orElse(""));
        });
    }

    /** A picture with what belongs under it. */
    public static String figure(Picture picture, @Nullable String alt) {
        var under = new StringBuilder();
        if (picture.caption() != null) under.append(escaped(picture.caption()));
        if (picture.credit() != null)
            under.append(under.isEmpty() ? "" : " ")
                    .append("<small>")
                    .append(escaped(picture.credit()))
                    .append("</small>");
        var caption = under.isEmpty() ? "" : "<figcaption>" + under + "</figcaption>";
        return "<figure>" + img(picture, alt) + caption + "</figure>";
    }

    private static String img(Picture picture, @Nullable String alt) {
        var words = alt != null ? alt : escaped(String.valueOf(picture.alt()));
        var sources = picture.sources().stream()
                .map(source -> source.url() + " " + source.width() + "w")
                .collect(Collectors.joining(", "));
        return "<img src=\"%s\" srcset=\"%s\" sizes=\"(min-width: 60rem) 60rem, 100vw\" width=\"%d\" height=\"%d\" alt=\"%s\" loading=\"lazy\" />"
                .formatted(picture.url(), sources, picture.width(), picture.height(), words);
    }

    /** What HTML would read as its own, and nothing else: "©" stays. */
    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, StandardCharsets.UTF_8.name());
    }
}
