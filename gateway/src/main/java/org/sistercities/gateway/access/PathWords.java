package org.sistercities.gateway.access;

import java.util.regex.Pattern;

/**
 * What of a path may stand in a log: its words. Whatever may be an id, a token or a name with something of its own in it becomes
 * {@code {}}, so that lines say which endpoint was asked, and never for whom.
 */
final class PathWords {
    private static final Pattern WORD = Pattern.compile("[a-z]+(?:[.-][a-z]+)*|v\\d");
    private static final int LONGEST_WORD = 30;
    private static final int MOST_WORDS = 12;

    private PathWords() {}

    static String of(String path) {
        var words = new StringBuilder();
        var segments = path.split("/", -1);
        for (int i = 1; i < segments.length && i <= MOST_WORDS; i++)
            words.append('/').append(isWord(segments[i]) ? segments[i] : "{}");
        return words.toString();
    }

    private static boolean isWord(String segment) {
        return segment.isEmpty()
                || (segment.length() <= LONGEST_WORD && WORD.matcher(segment).matches());
    }
}
