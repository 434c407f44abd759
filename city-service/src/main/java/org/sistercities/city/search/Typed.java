package org.sistercities.city.search;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercities.city.registry.Folding;

/**
 * What somebody has typed so far, in every spelling it may stand for. Whatever it is, it is no error: what is too long is cut,
 * what is no word is ignored.
 *
 * @param text as it was typed, without spaces around it
 * @param spellings folded; empty when nothing that was typed can be part of a name
 * @param accented in Latin letters, and not all of them plain
 */
record Typed(String text, List<String> spellings, boolean accented) {
    private static final int LAST_ASCII = 0x7F;
    static final int LAST_LATIN = 0x24F;
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 8;

    static Typed of(String text) {
        var cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        var spellings = Folding.spellings(cut).stream()
                .map(Typed::firstWords)
                .distinct()
                .toList();
        boolean accented = isLatin(cut) && cut.chars().anyMatch(letter -> letter > LAST_ASCII);
        return new Typed(cut.strip(), spellings, accented);
    }

    /** Nothing was typed. */
    boolean blank() {
        return text.isEmpty();
    }

    /** Who types an accent means it: whether one of the names begins just like this, accents and all. */
    boolean hasAccentsOf(List<String> names) {
        return accented && names.stream().anyMatch(this::begins);
    }

    /** Whether the name begins as it was typed, letter by letter, whatever the case. */
    boolean begins(String name) {
        return name.regionMatches(true, 0, text, 0, text.length());
    }

    /** Whether it is in Latin letters and the name begins with one of another script. */
    boolean isOfAnotherScriptThan(String name) {
        var script = UnicodeScript.of(name.codePointAt(0));
        boolean other =
                script != UnicodeScript.LATIN && script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED;
        return other && isLatin(text);
    }

    /** Whether it is written in Latin letters, accented ones included. */
    static boolean isLatin(String text) {
        return text.chars().allMatch(letter -> letter <= LAST_LATIN);
    }

    static List<String> words(String spelling) {
        return List.of(spelling.split(" "));
    }

    private static String firstWords(String spelling) {
        return Stream.of(spelling.split(" ")).limit(MOST_WORDS).collect(Collectors.joining(" "));
    }
}
