package org.sistercities.city.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.sistercities.city.search.Lexicon.Range;

/** Tells which cities of a {@link Catalog} are meant by the words typed before or behind a name. */
final class Qualifying {
    /** What no city passes: one of the words qualifies nothing. */
    static final IntPredicate NONE = _ -> false;

    private static final int LETTERS_FOR_A_TYPO = 5;

    private final Catalog catalog;

    Qualifying(Catalog catalog) {
        this.catalog = catalog;
    }

    IntPredicate asTyped(List<String> words) {
        return each(words, word -> List.of(catalog.qualifiers().exactly(word)));
    }

    /** Any word that is not whole may be half-typed: "springfeild ill". */
    IntPredicate begun(List<String> words) {
        return each(words, word -> {
            var whole = catalog.qualifiers().exactly(word);
            return List.of(whole.isEmpty() ? catalog.qualifiers().startingWith(word) : whole);
        });
    }

    /** Any word of some length may have a typo: "portland oregan". */
    IntPredicate misspelt(List<String> words) {
        return each(words, word -> {
            var whole = catalog.qualifiers().exactly(word);
            if (!whole.isEmpty() || word.length() < LETTERS_FOR_A_TYPO) return List.of(whole);
            var nearly = new ArrayList<Range>();
            TypoWalk.texts(catalog.qualifiers(), word, 1, nearly::add);
            return nearly;
        });
    }

    private IntPredicate each(List<String> words, Function<String, List<Range>> meaning) {
        var ranges = new ArrayList<List<Range>>();
        for (var word : words) {
            var ofWord = meaning.apply(word);
            if (ofWord.stream().allMatch(Range::isEmpty)) return NONE;
            ranges.add(ofWord);
        }
        return city -> {
            for (var ofWord : ranges) if (!isOneOf(ofWord, city)) return false;
            return true;
        };
    }

    private boolean isOneOf(List<Range> ranges, int city) {
        for (var range : ranges) if (catalog.isQualifiedBy(range, city)) return true;
        return false;
    }
}
