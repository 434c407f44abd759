package org.sistercities.city.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sistercities.city.registry.Countries;
import org.sistercities.city.search.Lookup.Found;

/**
 * Finds the cities that match what was typed, one way to match after the other, the best first, until there are enough. Whether
 * another way is tried depends on what all catalogs have given so far: the answer must not depend on which of them has a city.
 */
final class Candidates implements Found {
    private static final int ENOUGH_WITHOUT_TYPO = 3;
    private static final int LETTERS_FOR_ONE_TYPO = 5;
    private static final int LETTERS_FOR_TWO_TYPOS = 9;
    /** So long a beginning of a name is not another name, misspelt. */
    private static final int LETTERS_OF_SURE_BEGINNING = 7;
    /** Such Latin letters may be an airport's code, or the beginning of a word. */
    private static final int LETTERS_OF_A_CODE = 3;

    private final List<Lookup> lookups;
    private final int enough;
    private final Map<String, Candidate> found = new HashMap<>();
    private boolean anyWholeName;
    private boolean anyBegunName;

    /** A catalog and those of its cities that may be found. */
    record Part(Catalog catalog, IntPredicate passes) {

        Part meeting(Criteria criteria, Countries countries) {
            return new Part(
                    catalog,
                    city -> passes.test(city)
                            && criteria.areMetBy(catalog.entry(city).city(), countries));
        }

        /** The most important ones first. */
        Stream<Entry> entries() {
            return IntStream.range(0, catalog.size()).filter(passes).mapToObj(catalog::entry);
        }
    }

    private Candidates(List<Part> parts, int enough) {
        this.enough = enough;
        this.lookups = parts.stream()
                .map(part -> new Lookup(part.catalog(), part.passes(), enough, this))
                .toList();
    }

    /** At least {@code enough} cities, if so many match. */
    static Collection<Candidate> of(Typed typed, List<Part> parts, int enough) {
        var candidates = new Candidates(parts, enough);
        candidates.find(typed.spellings());
        return candidates.found.values();
    }

    @Override
    public void found(Tier tier, Entry entry) {
        anyWholeName |= tier == Tier.EXACT_PRIMARY || tier == Tier.QUALIFIED_PRIMARY;
        anyBegunName |= tier == Tier.START_PRIMARY;
        found.merge(entry.city().id(), new Candidate(entry, tier), Candidate::better);
    }

    private void find(List<String> spellings) {
        for (var text : spellings) findStrictly(text);
        if (mayHaveTypos()) for (var text : spellings) each(lookup -> lookup.qualifierMisspelt(Typed.words(text)));
        if (mayHaveTypos() && !isSureBeginning(spellings)) for (var text : spellings) findWithTypo(text);
        if (found.isEmpty()) for (var text : spellings) findWithTwoTypos(text);
    }

    private void findStrictly(String text) {
        var words = Typed.words(text);
        var ofOtherName = isCode(text) ? Tier.CODE : Tier.EXACT_ANY;
        each(lookup -> lookup.whole(ofOtherName, text, words));
        if (isEnough()) return;
        each(lookup -> lookup.begun(text, words));
        if (isEnough()) return;
        each(lookup -> lookup.otherNameBegun(text));
        if (isEnough()) return;
        each(lookup -> lookup.wordsOfName(words));
        if (isEnough()) return;
        each(lookup -> lookup.wordsOfOtherName(words));
    }

    /** Where some name begins as it was typed, somebody may still mean a large city, but no other village. */
    private void findWithTypo(String text) {
        if (isShorter(text, LETTERS_FOR_ONE_TYPO)) return;
        if (anyBegunName) {
            each(lookup -> lookup.nearlyALargeOne(text));
            return;
        }
        each(lookup -> lookup.nearly(Tier.TYPO_PRIMARY, Tier.TYPO_ANY, text, 1, LETTERS_FOR_ONE_TYPO));
        if (!mayHaveTypos()) return;
        each(lookup -> lookup.nearlyAWord(Tier.TYPO_WORD, text, 1));
        if (!mayHaveTypos()) return;
        each(lookup -> lookup.nearlyBegun(text));
    }

    private void findWithTwoTypos(String text) {
        if (isShorter(text, LETTERS_FOR_TWO_TYPOS)) return;
        each(lookup -> lookup.nearlyWithQualifierMisspelt(text, LETTERS_FOR_ONE_TYPO));
        each(lookup -> lookup.nearly(Tier.TWO_TYPOS_PRIMARY, Tier.TWO_TYPOS_ANY, text, 2, LETTERS_FOR_TWO_TYPOS));
        if (!found.isEmpty()) return;
        each(lookup -> lookup.nearlyAWord(Tier.TWO_TYPOS_WORD, text, 2));
    }

    private void each(Consumer<Lookup> way) {
        lookups.forEach(way);
    }

    private boolean isEnough() {
        return found.size() >= enough;
    }

    private boolean mayHaveTypos() {
        return found.size() < ENOUGH_WITHOUT_TYPO && !anyWholeName;
    }

    private boolean isSureBeginning(List<String> spellings) {
        return anyBegunName && !isShorter(spellings.getFirst(), LETTERS_OF_SURE_BEGINNING);
    }

    private static boolean isCode(String text) {
        return text.length() <= LETTERS_OF_A_CODE && Typed.isLatin(text);
    }

    static boolean isShorter(String text, int letters) {
        return text.codePointCount(0, text.length()) < letters;
    }
}
