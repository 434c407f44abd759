package org.sistercities.web.page;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words of the API that are always the same but for numbers in them, so that they lead to ours: {@code size must be between 1 and
 * 200} is the message {@code size-must-be-between-and} of 1 and 200.
 */
public record Phrase(String text) {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    /** Its words with hyphens between, without the numbers. */
    public String slug() {
        var words = NUMBER.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
        return words.replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
    }

    /** The numbers in it, as they come. */
    public Object[] numbers() {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Double::valueOf)
                .toArray();
    }
}
