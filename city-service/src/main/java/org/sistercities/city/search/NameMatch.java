package org.sistercities.city.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercities.city.registry.Folding;

/** By which of its names a city was found, when the one that is shown does not tell. */
final class NameMatch {

    private NameMatch() {}

    /** Whether a reader sees why this name was found: it has at least one of the words that were typed. */
    static boolean isPlain(Typed typed, String shown) {
        return score(typed, shown) > 0;
    }

    /** The name that has most of what was typed; empty when none has anything of it, because of a typo. */
    static Optional<String> best(Typed typed, List<String> names) {
        int best = 0;
        Optional<String> found = Optional.empty();
        for (var name : names) {
            if (typed.isOfAnotherScriptThan(name)) continue; // half of a large city's names: they need no folding
            int score = score(typed, name);
            if (score <= best) continue;
            best = score;
            found = Optional.of(name);
        }
        return found;
    }

    private static int score(Typed typed, String name) {
        var spellings = Folding.spellings(name);
        var words = spellings.stream().flatMap(NameMatch::words).collect(Collectors.toSet());
        return typed.spellings().stream()
                .mapToInt(text -> 2 * begun(text, words) + (spellings.contains(text) ? 1 : 0))
                .max()
                .orElse(0);
    }

    /** How many of the typed words begin one of these. */
    private static int begun(String typed, Set<String> words) {
        return (int) words(typed)
                .filter(part -> words.stream().anyMatch(word -> word.startsWith(part)))
                .count();
    }

    private static Stream<String> words(String spelling) {
        return Stream.of(spelling.split(" "));
    }
}
