package org.sistercities.content.markdown;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of HTML that has been sanitised, and is therefore well formed. */
public final class Words {
    private static final int LONGEST_OPENING = 300;
    private static final int MOST_IMAGES = 50;

    private static final Pattern FOOTNOTES =
            Pattern.compile("<sup class=\"footnote-ref\">.*?</sup>|<section class=\"footnotes\">.*", Pattern.DOTALL);
    private static final Pattern PARAGRAPH = Pattern.compile("<p>(.*?)</p>", Pattern.DOTALL);
    private static final Pattern INLINE =
            Pattern.compile("</?(?:a|em|strong|b|i|u|s|del|ins|mark|code|sub|sup|q)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern IMAGE = Pattern.compile("<img [^>]*?src=\"([^\"]+)\"");
    private static final String OURS = OurImages.PATH;
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|(amp|lt|gt|quot));");

    private Words() {}

    static String of(String html) {
        var words = TAG.matcher(INLINE.matcher(html).replaceAll("")).replaceAll(" ");
        return plain(words).replaceAll("\\s+", " ").strip();
    }

    /** The first paragraphs, at most 300 characters of them. */
    static String opening(String html) {
        var found = PARAGRAPH.matcher(FOOTNOTES.matcher(html).replaceAll(""));
        var opening = new StringBuilder();
        while (found.find() && opening.length() <= LONGEST_OPENING)
            opening.append(of(found.group(1))).append(' ');
        return shortened(opening.toString().strip(), LONGEST_OPENING);
    }

    /** The addresses of other sites' images. */
    static List<String> images(String html) {
        return addresses(html).filter(address -> !address.startsWith(OURS)).toList();
    }

    /** The ids of our own. */
    static List<String> imageIds(String html) {
        return addresses(html)
                .filter(address -> address.startsWith(OURS))
                .map(address -> address.substring(OURS.length()))
                .toList();
    }

    private static Stream<String> addresses(String html) {
        return IMAGE.matcher(html)
                .results()
                .map(image -> plain(image.group(1)))
                .distinct()
                .limit(MOST_IMAGES);
    }

    /** The text, or its beginning with "…": ended behind a word, or where a line may break in scripts that do not space words. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) return text;
        var places = BreakIterator.getLineInstance(Locale.ROOT);
        places.setText(text);
        int end = places.preceding(longest);
        if (end <= 0) end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end).stripTrailing().replaceAll("[\\p{Punct}–—]+$", "") + "…";
    }

    private static String plain(String words) {
        return ENTITY.matcher(words).replaceAll(Words::character);
    }

    private static String character(MatchResult entity) {
        var number = entity.group(1);
        if (number != null) {
            int point = Integer.parseInt(number);
            return Character.isValidCodePoint(point)
                    ? java.util.regex.Matcher.quoteReplacement(Character.toString(point))
                    : "";
        }
        return switch (entity.group(2)) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            default -> "&";
        };
    }
}
