package org.sistercities.city.search;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.sistercities.city.search.Lexicon.Range;

/** The ways in which cities of one {@link Catalog} may match what was typed. Of each, the most important cities count. */
final class Lookup {
    /** Where even the rarest of several words is so frequent, only the most important cities are looked at. */
    private static final int MOST_TO_COMPARE = 256;

    private final Catalog catalog;
    private final Qualifying qualifying;
    private final IntPredicate passes;
    private final int enough;
    private final Found found;

    /** Takes what is found; the same city may come more than once. */
    @FunctionalInterface
    interface Found {
        void found(Tier tier, Entry entry);
    }

    /**
     * @param passes cities that may be found
     * @param enough the most that are taken of one way to match
     */
    Lookup(Catalog catalog, IntPredicate passes, int enough, Found found) {
        this.catalog = catalog;
        this.qualifying = new Qualifying(catalog);
        this.passes = passes;
        this.enough = enough;
        this.found = found;
    }

    /** A whole name, with or without words that say which of several is meant. */
    void whole(Tier ofOtherName, String text, List<String> words) {
        add(Tier.EXACT_PRIMARY, cities(catalog.primary(), catalog.primary().exactly(text)));
        qualified(Tier.QUALIFIED_PRIMARY, words, catalog.primary());
        add(ofOtherName, cities(catalog.any(), catalog.any().exactly(text)));
        qualified(Tier.QUALIFIED_ANY, words, catalog.any());
    }

    /** The beginning of a preferred name, or any name whole and the beginning of what says which. */
    void begun(String text, List<String> words) {
        add(Tier.START_PRIMARY, catalog.primary().bestOf(text, enough, passes));
        qualifierHalfTyped(words);
    }

    void otherNameBegun(String text) {
        add(Tier.START_ANY, catalog.any().bestOf(text, enough, passes));
    }

    void wordsOfName(List<String> words) {
        wholeWords(words);
        words(Tier.WORDS_PRIMARY, words, catalog.primaryWords());
    }

    void wordsOfOtherName(List<String> words) {
        words(Tier.WORDS_ANY, words, catalog.anyWords());
    }

    /** "portland oregan", "massachusets boston": the name is right, what says which is not. */
    void qualifierMisspelt(List<String> words) {
        var names = catalog.any();
        for (int i = 1; i < words.size(); i++) {
            var head = words.subList(0, i);
            var tail = words.subList(i, words.size());
            named(Tier.QUALIFIED_TYPO, names, head, () -> qualifying.misspelt(tail));
            named(Tier.QUALIFIED_TYPO, names, tail, () -> qualifying.misspelt(head));
        }
    }

    /**
     * A misspelt name, with or without what says which of several is meant behind it.
     *
     * @param least letters a name must have that so many edits may make
     */
    void nearly(Tier ofPrimary, Tier ofAny, String text, int edits, int least) {
        nearly(ofPrimary, ofAny, text, edits, Catalog.ALL);
        nearlyQualified(ofPrimary, ofAny, text, least, edits, qualifying::begun);
    }

    /** One typo in the name and one in what says which. */
    void nearlyWithQualifierMisspelt(String text, int least) {
        nearlyQualified(Tier.TWO_TYPOS_PRIMARY, Tier.TWO_TYPOS_ANY, text, least, 1, qualifying::misspelt);
    }

    /** A large city's preferred name with one typo. */
    void nearlyALargeOne(String text) {
        var names = catalog.large();
        TypoWalk.texts(names, text, 1, range -> add(Tier.TYPO_PRIMARY, cities(names, range)));
    }

    void nearlyAWord(Tier tier, String text, int edits) {
        var words = catalog.anyWords();
        TypoWalk.texts(words, text, edits, range -> add(tier, cities(words, range)));
    }

    void nearlyBegun(String text) {
        var names = catalog.primary();
        TypoWalk.beginnings(names, text, 1, range -> add(Tier.TYPO_START, cities(names, range)));
    }

    private void add(Tier tier, IntStream cities) {
        cities.limit(enough).forEach(city -> found.found(tier, catalog.entry(city)));
    }

    private IntStream cities(Lexicon lexicon, Range texts) {
        return lexicon.citiesOf(texts).filter(passes);
    }

    /** A name and, before or behind it, words that say which of several is meant. */
    private void qualified(Tier tier, List<String> words, Lexicon names) {
        for (int i = 1; i < words.size(); i++) {
            var head = words.subList(0, i);
            var tail = words.subList(i, words.size());
            named(tier, names, head, () -> qualifying.asTyped(tail));
            named(tier, names, tail, () -> qualifying.asTyped(head));
        }
    }

    /** Cities of this name that are meant; what is meant is only asked if there are any. */
    private void named(Tier tier, Lexicon names, List<String> name, Supplier<IntPredicate> meant) {
        var texts = names.exactly(String.join(" ", name));
        if (!texts.isEmpty()) add(tier, cities(names, texts).filter(meant.get()));
    }

    /** "springfield ill": the name is whole, the last word behind it is not. */
    private void qualifierHalfTyped(List<String> words) {
        var last = catalog.qualifiers().startingWith(words.getLast());
        if (last.isEmpty()) return;
        for (int i = 1; i < words.size(); i++) {
            var whole = words.subList(i, words.size() - 1);
            named(
                    Tier.QUALIFIED_START,
                    catalog.any(),
                    words.subList(0, i),
                    () -> qualifying.asTyped(whole).and(city -> catalog.isQualifiedBy(last, city)));
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

    /**
     * Beginnings of words in any order, each of a name or of a qualifier, at least one of a name. A city is looked at by the rarest
     * word of its name, so behind that a word only counts when all rarer ones are qualifiers.
     */
    private void words(Tier tier, List<String> words, Lexicon lexicon) {
        if (words.size() == 1) {
            add(tier, lexicon.bestOf(words.getFirst(), enough, passes));
            return;
        }
        var rarestFirst = words.stream()
                .map(word -> new Word(
                        word, lexicon.startingWith(word), catalog.qualifiers().startingWith(word)))
                .sorted(Comparator.comparingInt(word -> lexicon.count(word.asName)))
                .toList();
        for (int named = 0; named < rarestFirst.size(); named++) {
            var rarer = rarestFirst.subList(0, named);
            if (rarer.stream().anyMatch(word -> word.asQualifier.isEmpty())) return;
            var others = rarestFirst.subList(named + 1, rarestFirst.size());
            var name = rarestFirst.get(named);
            boolean frequent = lexicon.count(name.asName) > MOST_TO_COMPARE && enough <= Lexicon.BEST;
            var cities = lexicon.bestOf(name.text, frequent ? Lexicon.BEST : Integer.MAX_VALUE, passes);
            add(tier, cities.filter(city -> areQualifiers(rarer, city) && arePartsOf(others, city, lexicon)));
        }
    }

    /** A half-typed word: what it may be in a name, and what among the qualifiers. */
    private record Word(String text, Range asName, Range asQualifier) {}

    private boolean areQualifiers(List<Word> words, int city) {
        for (var word : words) if (!catalog.isQualifiedBy(word.asQualifier, city)) return false;
        return true;
    }

    private boolean arePartsOf(List<Word> words, int city, Lexicon lexicon) {
        for (var word : words)
            if (!lexicon.has(city, word.asName) && !catalog.isQualifiedBy(word.asQualifier, city)) return false;
        return true;
    }

    private void nearlyQualified(
            Tier ofPrimary,
            Tier ofAny,
            String text,
            int least,
            int edits,
            Function<List<String>, IntPredicate> meaning) {
        var words = Typed.words(text);
        for (int i = 1; i < words.size(); i++) {
            var name = String.join(" ", words.subList(0, i));
            if (Candidates.isShorter(name, least)) continue;
            var meant = meaning.apply(words.subList(i, words.size()));
            if (!meant.equals(Qualifying.NONE)) nearly(ofPrimary, ofAny, name, edits, meant);
        }
    }

    private void nearly(Tier ofPrimary, Tier ofAny, String name, int edits, IntPredicate meant) {
        var names = catalog.any();
        TypoWalk.texts(names, name, edits, range -> {
            var primary = catalog.primary().exactly(names.text(range.from()));
            add(ofPrimary, cities(catalog.primary(), primary).filter(meant));
            add(ofAny, cities(names, range).filter(meant));
        });
    }
}
