package org.sistercities.city.search;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.sistercities.city.registry.Folding;
import org.sistercities.city.search.Lexicon.Posting;
import org.sistercities.city.search.Lexicon.Range;

/**
 * Some cities, most important first, with what people may type for them: whole names and their words, of the names that are
 * preferred and of all names. All folded; immutable.
 */
final class Catalog {
    /** Lets every city pass. */
    static final IntPredicate ALL = _ -> true;

    private static final double IMPORTANCE_OF_A_METROPOLIS = 3;
    private static final double IMPORTANCE_OF_A_LARGE_CITY = 2.5;

    private final List<Entry> entries;
    private final int[] qualifierSets;
    private final Lexicon qualifiers;
    private final Lexicon primary;
    private final Lexicon large;
    private final Lexicon any;
    private final Lexicon primaryWords;
    private final Lexicon anyWords;

    Catalog(Collection<Entry> cities) {
        entries = cities.stream().sorted(Entry.MOST_IMPORTANT_FIRST).toList();
        var sets = entries.stream().map(Entry::qualifiers).distinct().toList();
        qualifierSets = qualifierSets(sets);
        qualifiers = qualifiers(sets);
        var primaryNames = postings(Entry::primaryNames);
        var allNames = postings(Entry::names);
        allNames.addAll(withoutSpaces(primaryNames));
        allNames.addAll(initials(primaryNames));
        primary = new Lexicon(primaryNames, entries.size());
        large = new Lexicon(ofLargeCities(primaryNames), entries.size());
        primaryWords = new Lexicon(words(primaryNames), entries.size());
        any = new Lexicon(allNames, entries.size());
        anyWords = new Lexicon(words(allNames), entries.size());
    }

    private int[] qualifierSets(List<Set<String>> sets) {
        var numbers = new HashMap<Set<String>, Integer>();
        sets.forEach(set -> numbers.put(set, numbers.size()));
        return entries.stream()
                .mapToInt(entry -> numbers.getOrDefault(entry.qualifiers(), -1))
                .toArray();
    }

    /** Cities of a region share their qualifiers: these stand in the lexicon once, and what the lexicon numbers is sets. */
    private static Lexicon qualifiers(List<Set<String>> sets) {
        var postings = new ArrayList<Posting>();
        for (int set = 0; set < sets.size(); set++)
            for (var qualifier : sets.get(set)) postings.add(new Posting(qualifier, set));
        return new Lexicon(postings, sets.size());
    }

    private List<Posting> postings(Function<Entry, List<String>> names) {
        var postings = new ArrayList<Posting>();
        for (int city = 0; city < entries.size(); city++) {
            var spellings = new HashSet<String>();
            for (var name : names.apply(entries.get(city))) spellings.addAll(Folding.spellings(name));
            for (var spelling : spellings) postings.add(new Posting(spelling, city));
        }
        return postings;
    }

    /** "losangeles", "newyork". */
    private static List<Posting> withoutSpaces(List<Posting> names) {
        return names.stream()
                .filter(name -> name.text().contains(" "))
                .map(name -> new Posting(name.text().replace(" ", ""), name.city()))
                .toList();
    }

    private List<Posting> ofLargeCities(List<Posting> names) {
        return names.stream()
                .filter(name -> entry(name.city()).importance() >= IMPORTANCE_OF_A_LARGE_CITY)
                .toList();
    }

    /** "nyc": metropolises of at least three words are known by their initials. */
    private List<Posting> initials(List<Posting> names) {
        return names.stream()
                .filter(name -> entry(name.city()).importance() >= IMPORTANCE_OF_A_METROPOLIS)
                .filter(name -> Typed.words(name.text()).size() >= 3)
                .map(name -> new Posting(
                        Typed.words(name.text()).stream()
                                .map(word -> word.substring(0, 1))
                                .collect(joining()),
                        name.city()))
                .toList();
    }

    private static List<Posting> words(List<Posting> names) {
        return names.stream()
                .flatMap(name -> Stream.of(name.text().split(" ")).map(word -> new Posting(word, name.city())))
                .distinct()
                .toList();
    }

    int size() {
        return entries.size();
    }

    Entry entry(int city) {
        return entries.get(city);
    }

    List<Entry> entries() {
        return entries;
    }

    /** Words that say which of several cities of a name is meant. */
    Lexicon qualifiers() {
        return qualifiers;
    }

    /** Whether the city is in a region or country called by one of these words. */
    boolean isQualifiedBy(Range words, int city) {
        return qualifiers.has(qualifierSets[city], words);
    }

    /** The names that are preferred. */
    Lexicon primary() {
        return primary;
    }

    /** The names that are preferred, of cities with a hundred thousand people and more. */
    Lexicon large() {
        return large;
    }

    /** All names. */
    Lexicon any() {
        return any;
    }

    Lexicon primaryWords() {
        return primaryWords;
    }

    Lexicon anyWords() {
        return anyWords;
    }
}
