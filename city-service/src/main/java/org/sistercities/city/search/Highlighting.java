package org.sistercities.city.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.sistercities.city.registry.Folding;
import org.sistercities.city.search.Match.Span;

/** Which parts of a name as it is written are what somebody typed, in whatever spelling. */
final class Highlighting {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}\\p{N}]+)*");

    private Highlighting() {}

    /** The beginnings of words that were typed, first to last. */
    static List<Span> of(Typed typed, String name) {
        var parts = typed.spellings().stream()
                .flatMap(spelling -> Typed.words(spelling).stream())
                .distinct()
                .toList();
        var spans = new ArrayList<Span>();
        for (var word : WORD.matcher(name).results().toList()) {
            int typedUnits =
                    parts.stream().mapToInt(part -> begun(word, part)).max().orElse(0);
            if (typedUnits > 0) spans.add(new Span(word.start(), word.start() + typedUnits));
        }
        return spans;
    }

    /** How much of the word as it is written the typed part stands for; 0 when the word does not begin with it. */
    private static int begun(MatchResult word, String part) {
        var text = word.group();
        if (!begins(text, part)) return 0;
        int end = 0;
        do end = text.offsetByCodePoints(end, 1);
        while (end < text.length() && !begins(text.substring(0, end), part));
        return end;
    }

    private static boolean begins(String text, String part) {
        return Folding.spellings(text).stream().anyMatch(spelling -> spelling.startsWith(part));
    }
}
