package org.sistercities.city.registry;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/** Makes spellings comparable: case, diacritics, punctuation, width and the like do not count. */
public final class Folding {
    private static final Pattern APOSTROPHE = Pattern.compile("['’‘`´′ʹʼʻʾʿ]");
    private static final Pattern DOT_BETWEEN_INITIALS = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern TWO_LETTER_VOWEL = Pattern.compile("[äöüøåÄÖÜØÅ]");
    private static final Map<String, String> TWO_LETTERS = Map.of(
            "ä", "ae", "ö", "oe", "ü", "ue", "ø", "oe", "å", "aa", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Ø", "Oe", "Å",
            "Aa");
    private static final Map<String, String> LONG_AND_SHORT = Map.of(
            "saint", "st", "st", "saint", "sainte", "ste", "ste", "sainte", "mount", "mt", "mt", "mount", "fort", "ft",
            "ft", "fort");

    private Folding() {}

    /** Lower-case words with single spaces between them: "Saint-Étienne" as "saint etienne". May be empty. */
    public static String fold(String text) {
        var plain = DOT_BETWEEN_INITIALS
                .matcher(APOSTROPHE.matcher(text).replaceAll(""))
                .replaceAll("");
        return NO_WORD.matcher(ICUFoldingFilter.NORMALIZER.normalize(plain))
                .replaceAll(" ")
                .strip();
    }

    /**
     * Every folded form in which the name may be typed: Köln as "koln" and "koeln", St. John's as "st johns", "st john s",
     * "saint johns" and "saint john s".
     */
    public static Set<String> spellings(String name) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(fold(name));
        if (TWO_LETTER_VOWEL.matcher(name).find()) spellings.add(fold(withTwoLetterVowels(name)));
        if (APOSTROPHE.matcher(name).find())
            spellings.add(fold(APOSTROPHE.matcher(name).replaceAll(" ")));
        for (var spelling : Set.copyOf(spellings)) spellings.add(otherLength(spelling));
        spellings.remove("");
        return spellings;
    }

    private static String withTwoLetterVowels(String name) {
        return TWO_LETTER_VOWEL
                .matcher(name)
                .replaceAll(vowel -> TWO_LETTERS.getOrDefault(vowel.group(), vowel.group()));
    }

    private static String otherLength(String spelling) {
        return Stream.of(spelling.split(" "))
                .map(word -> LONG_AND_SHORT.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }
}
