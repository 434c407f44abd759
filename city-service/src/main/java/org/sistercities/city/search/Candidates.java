package org.sistercities.city.search;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.sistercities.city.search.Lexicon.Range;

/**
 * Finds the cities of a {@link Catalog} that match what was typed, group after group, the best way to match first, until there
 * are enough. Of a group the most important cities come first.
 */
final class Candidates {
    private static final int ENOUGH_WITHOUT_TYPO = 3;
    private static final int LETTERS_FOR_ONE_TYPO = 5;
    private static final int LETTERS_FOR_TWO_TYPOS = 9;
    /** So long a beginning of a name is not another name, misspelt. */
    private static final int LETTERS_OF_SURE_BEGINNING = 9;
    /** Where even the rarest of several words is so frequent, only the most important cities are looked at. */
    private static final int MOST_TO_COMPARE = 500;

    private final Catalog catalog;
    private final Typed typed;
    private final IntPredicate passes;
    private final int enough;
    private final Map<Integer, Tier> found = new LinkedHashMap<>();

    /** Finds at least {@code enough} cities, if so many match. */
    Candidates(Catalog catalog, Typed typed, IntPredicate passes, int enough) {
        this.catalog = catalog;
        this.typed = typed;
        this.passes = passes;
        this.enough = enough;
    }

    List<Candidate> find() {
        for (var text : typed.spellings()) findStrictly(text);
        if (mayHaveTypos()) for (var text : typed.spellings()) if (!isSureBeginning(text)) findWithTypo(text);
        if (found.isEmpty()) for (var text : typed.spellings()) findWithTwoTypos(text);
        return found.entrySet().stream()
                .map(entry -> new Candidate(catalog.entry(entry.getKey()), entry.getValue()))
                .toList();
    }

    private void findStrictly(String text) {
        var words = Typed.words(text);
        add(Tier.EXACT_PRIMARY, cities(catalog.primary(), catalog.primary().exactly(text)));
        qualified(Tier.QUALIFIED_PRIMARY, words, catalog.primary());
        add(Tier.EXACT_ANY, cities(catalog.any(), catalog.any().exactly(text)));
        qualified(Tier.QUALIFIED_ANY, words, catalog.any());
        if (isEnough()) return;
        add(Tier.START_PRIMARY, catalog.primary().bestOf(text, enough, passes));
        qualifierHalfTyped(words);
        if (isEnough()) return;
        wholeWords(words);
        words(Tier.WORDS_PRIMARY, words, catalog.primaryWords());
        if (isEnough()) return;
        words(Tier.WORDS_ANY, words, catalog.anyWords());
    }

    private boolean mayHaveTypos() {
        return found.size() < ENOUGH_WITHOUT_TYPO
                && !found.containsValue(Tier.EXACT_PRIMARY)
                && !found.containsValue(Tier.QUALIFIED_PRIMARY);
    }

    private boolean isSureBeginning(String text) {
        return !isShorter(text, LETTERS_OF_SURE_BEGINNING) && found.containsValue(Tier.START_PRIMARY);
    }

    private void findWithTypo(String text) {
        if (isShorter(text, LETTERS_FOR_ONE_TYPO)) return;
        nearly(Tier.TYPO_PRIMARY, Tier.TYPO_ANY, text, 1);
        if (!mayHaveTypos()) return;
        var words = catalog.anyWords();
        TypoWalk.texts(words, text, 1, range -> add(Tier.TYPO_WORD, cities(words, range)));
        if (!mayHaveTypos()) return;
        var names = catalog.primary();
        TypoWalk.beginnings(names, text, 1, range -> add(Tier.TYPO_START, cities(names, range)));
    }

    private void findWithTwoTypos(String text) {
        if (isShorter(text, LETTERS_FOR_TWO_TYPOS)) return;
        nearly(Tier.TWO_TYPOS_PRIMARY, Tier.TWO_TYPOS_ANY, text, 2);
        if (!found.isEmpty()) return;
        var words = catalog.anyWords();
        TypoWalk.texts(words, text, 2, range -> add(Tier.TWO_TYPOS_WORD, cities(words, range)));
    }

    private static boolean isShorter(String text, int letters) {
        return text.codePointCount(0, text.length()) < letters;
    }

    private boolean isEnough() {
        return found.size() >= enough;
    }

    private void add(Tier tier, IntStream cities) {
        cities.limit(enough).forEach(city -> found.merge(city, tier, Tier::better));
    }

    private IntStream cities(Lexicon lexicon, Range texts) {
        return lexicon.citiesOf(texts).filter(passes);
    }

    /** A name and, before or behind it, words that say which of several is meant. */
    private void qualified(Tier tier, List<String> words, Lexicon names) {
        for (int i = 1; i < words.size(); i++) {
            var head = words.subList(0, i);
            var tail = words.subList(i, words.size());
            add(tier, with(tail, cities(names, names.exactly(String.join(" ", head)))));
            add(tier, with(head, cities(names, names.exactly(String.join(" ", tail)))));
        }
    }

    private IntStream with(List<String> qualifiers, IntStream cities) {
        var ranges = qualifiers.stream().map(catalog.qualifiers()::exactly).toList();
        if (ranges.stream().anyMatch(Range::isEmpty)) return IntStream.empty();
        return cities.filter(city -> ranges.stream().allMatch(range -> catalog.isQualifiedBy(range, city)));
    }

    /** "springfield ill": the name is whole, the last word behind it is not. */
    private void qualifierHalfTyped(List<String> words) {
        var last = catalog.qualifiers().startingWith(words.getLast());
        if (last.isEmpty()) return;
        for (int i = 1; i < words.size(); i++) {
            var named = cities(catalog.any(), catalog.any().exactly(String.join(" ", words.subList(0, i))));
            var whole = with(words.subList(i, words.size() - 1), named);
            add(Tier.QUALIFIED_START, whole.filter(city -> catalog.isQualifiedBy(last, city)));
        }
    }

    /** "francisco": words of the name, none of them half-typed. */
    private void wholeWords(List<String> words) {
        var lexicon = catalog.primaryWords();
        var ranges = words.stream().map(lexicon::exactly).toList();
        var rarest = Collections.min(ranges, Comparator.comparingInt(lexicon::count));
        add(
                Tier.WHOLE_WORDS_PRIMARY,
                cities(lexicon, rarest).filter(city -> ranges.stream().allMatch(range -> lexicon.has(city, range))));
    }

    /** Beginnings of words in any order, each of a name or of a qualifier, at least one of a name. */
    private void words(Tier tier, List<String> words, Lexicon lexicon) {
        if (words.size() == 1) {
            add(tier, lexicon.bestOf(words.getFirst(), enough, passes));
            return;
        }
        var asName = words.stream().map(lexicon::startingWith).toList();
        var asQualifier = words.stream().map(catalog.qualifiers()::startingWith).toList();
        for (int named = 0; named < words.size(); named++) {
            boolean frequent = lexicon.count(asName.get(named)) > MOST_TO_COMPARE && enough <= Lexicon.BEST;
            var cities = lexicon.bestOf(words.get(named), frequent ? Lexicon.BEST : Integer.MAX_VALUE, passes);
            add(tier, cities.filter(city -> {
                for (int i = 0; i < words.size(); i++)
                    if (!lexicon.has(city, asName.get(i)) && !catalog.isQualifiedBy(asQualifier.get(i), city))
                        return false;
                return true;
            }));
        }
    }

    private void nearly(Tier ofPrimary, Tier ofAny, String text, int edits) {
        nearly(ofPrimary, ofAny, text, edits, cities -> cities);
        var words = Typed.words(text);
        for (int i = 1; i < words.size(); i++) {
            var tail = words.subList(i, words.size());
            var name = String.join(" ", words.subList(0, i));
            if (isShorter(name, edits == 1 ? LETTERS_FOR_ONE_TYPO : LETTERS_FOR_TWO_TYPOS)) continue;
            if (tail.stream()
                    .anyMatch(word -> catalog.qualifiers().exactly(word).isEmpty())) continue;
            nearly(ofPrimary, ofAny, name, edits, cities -> with(tail, cities));
        }
    }

    private void nearly(Tier ofPrimary, Tier ofAny, String name, int edits, UnaryOperator<IntStream> qualified) {
        var names = catalog.any();
        TypoWalk.texts(names, name, edits, range -> {
            var text = names.text(range.from());
            add(
                    ofPrimary,
                    qualified.apply(cities(catalog.primary(), catalog.primary().exactly(text))));
            add(ofAny, qualified.apply(cities(names, range)));
        });
    }
}
