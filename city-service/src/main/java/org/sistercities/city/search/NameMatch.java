package org.sistercities.city.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sistercities.city.registry.Folding;

/** By which of its names a city was found, when the one that is shown does not tell. */
final class NameMatch {

    private NameMatch() {}

    /** Whether every word that was typed is in the name. */
    static boolean isWhole(Typed typed, String name) {
        return typed.spellings().stream()
                .anyMatch(spelling ->
                        covers(name, spelling) == Typed.words(spelling).size());
    }

    /** The name that has more of what was typed than the one that is shown. */
    static Optional<String> better(Typed typed, String shown, List<String> names) {
        int best = score(typed, shown);
        Optional<String> better = Optional.empty();
        for (var name : names) {
            int score = score(typed, name);
            if (score > best) {
                best = score;
                better = Optional.of(name);
            }
        }
        return better;
    }

    private static int score(Typed typed, String name) {
        return typed.spellings().stream()
                .mapToInt(spelling ->
                        2 * covers(name, spelling) + (Folding.spellings(name).contains(spelling) ? 1 : 0))
                .max()
                .orElse(0);
    }

    /** How many of the typed words begin a word of the name. */
    private static int covers(String name, String typed) {
        var words = Folding.spellings(name).stream()
                .flatMap(s -> Stream.of(s.split(" ")))
                .distinct()
                .toList();
        return (int) Typed.words(typed).stream()
                .filter(part -> words.stream().anyMatch(word -> word.startsWith(part)))
                .count();
    }
}
