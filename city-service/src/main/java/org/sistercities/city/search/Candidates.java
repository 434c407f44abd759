package org.sistercities.city.search;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
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
    private static final int LETTERS_OF_SURE_BEGINNING = 7;
    /** Where even the rarest of several words is so frequent, only the most important cities are looked at. */
    private static final int MOST_TO_COMPARE = 500;

    /** Such Latin letters may be an airport's code, or the beginning of a word. */
    private static final int LETTERS_OF_A_CODE = 3;

    private final Catalog catalog;
    private final Qualifying qualifying;
    private final Typed typed;
    private final IntPredicate passes;
    private final int enough;
    private final Map<Integer, Tier> found = new LinkedHashMap<>();

    /** Finds at least {@code enough} cities, if so many match. */
    Candidates(Catalog catalog, Typed typed, IntPredicate passes, int enough) {
        this.catalog = catalog;
        this.qualifying = new Qualifying(catalog);
        this.typed = typed;
        this.passes = passes;
        this.enough = enough;
    }

    List<Candidate> find() {
        for (var text : typed.spellings()) findStrictly(text);
        if (mayHaveTypos()) for (var text : typed.spellings()) qualifierMisspelt(Typed.words(text));
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
        add(
                isCode(text) ? Tier.CODE : Tier.EXACT_ANY,
                cities(catalog.any(), catalog.any().exactly(text)));
        qualified(Tier.QUALIFIED_ANY, words, catalog.any());
        if (isEnough()) return;
        add(Tier.START_PRIMARY, catalog.primary().bestOf(text, enough, passes));
        qualifierHalfTyped(words);
        if (isEnough()) return;
        add(Tier.START_ANY, catalog.any().bestOf(text, enough, passes));
        if (isEnough()) return;
        wholeWords(words);
        words(Tier.WORDS_PRIMARY, words, catalog.primaryWords());
        if (isEnough()) return;
        words(Tier.WORDS_ANY, words, catalog.anyWords());
    }

    private static boolean isCode(String text) {
        return text.length() <= LETTERS_OF_A_CODE && Typed.isLatin(text);
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
        nearlyQualified(
                Tier.TWO_TYPOS_PRIMARY, Tier.TWO_TYPOS_ANY, text, 1, LETTERS_FOR_ONE_TYPO, qualifying::misspelt);
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
            add(tier, cities(names, names.exactly(String.join(" ", head))).filter(qualifying.asTyped(tail)));
            add(tier, cities(names, names.exactly(String.join(" ", tail))).filter(qualifying.asTyped(head)));
        }
    }

    /** "portland oregan", "massachusets boston": the name is right, what says which is not. */
    private void qualifierMisspelt(List<String> words) {
        var names = catalog.any();
        for (int i = 1; i < words.size(); i++) {
            var head = words.subList(0, i);
            var tail = words.subList(i, words.size());
            var first = names.exactly(String.join(" ", head));
            if (!first.isEmpty()) add(Tier.QUALIFIED_TYPO, cities(names, first).filter(qualifying.misspelt(tail)));
            var last = names.exactly(String.join(" ", tail));
            if (!last.isEmpty()) add(Tier.QUALIFIED_TYPO, cities(names, last).filter(qualifying.misspelt(head)));
        }
    }

    /** "springfield ill": the name is whole, the last word behind it is not. */
    private void qualifierHalfTyped(List<String> words) {
        var last = catalog.qualifiers().startingWith(words.getLast());
        if (last.isEmpty()) return;
        for (int i = 1; i < words.size(); i++) {
            var named = cities(catalog.any(), catalog.any().exactly(String.join(" ", words.subList(0, i))));
            var whole = named.filter(qualifying.asTyped(words.subList(i, words.size() - 1)));
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
        nearly(ofPrimary, ofAny, text, edits, Catalog.ALL);
        int least = edits == 1 ? LETTERS_FOR_ONE_TYPO : LETTERS_FOR_TWO_TYPOS;
        nearlyQualified(ofPrimary, ofAny, text, edits, least, qualifying::begun);
    }

    /** A misspelt name with what says which of several is meant behind it. */
    private void nearlyQualified(
            Tier ofPrimary,
            Tier ofAny,
            String text,
            int edits,
            int least,
            Function<List<String>, IntPredicate> meaning) {
        var words = Typed.words(text);
        for (int i = 1; i < words.size(); i++) {
            var tail = words.subList(i, words.size());
            var name = String.join(" ", words.subList(0, i));
            if (isShorter(name, least)) continue;
            var meant = meaning.apply(tail);
            if (!meant.equals(Qualifying.NONE)) nearly(ofPrimary, ofAny, name, edits, meant);
        }
    }

    private void nearly(Tier ofPrimary, Tier ofAny, String name, int edits, IntPredicate meant) {
        var names = catalog.any();
        TypoWalk.texts(names, name, edits, range -> {
            var text = names.text(range.from());
            add(
                    ofPrimary,
                    cities(catalog.primary(), catalog.primary().exactly(text)).filter(meant));
            add(ofAny, cities(names, range).filter(meant));
        });
    }
}
