package org.sistercities.city.registry;

import com.ibm.icu.text.Transliterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;

/** Makes spellings comparable: case, diacritics, punctuation, width and the like do not count. */
public final class Folding {
    private static final String APOSTROPHES = "'’‘`´′ʹʼʻʾʿ";
    private static final Map<Character, String> TWO_LETTERS = Map.of(
            'ä', "ae", 'ö', "oe", 'ü', "ue", 'ø', "oe", 'å', "aa", 'Ä', "Ae", 'Ö', "Oe", 'Ü', "Ue", 'Ø', "Oe", 'Å',
            "Aa");
    private static final Map<String, String> LONG_AND_SHORT = Map.of(
            "saint", "st", "st", "saint", "sainte", "ste", "ste", "sainte", "mount", "mt", "mt", "mount", "fort", "ft",
            "ft", "fort");

    private static final int FIRST_CHINESE = 0x4E00;
    private static final int LAST_CHINESE = 0x9FFF;
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    private Folding() {}

    /** Lower-case words with single spaces between them: "Saint-Étienne" as "saint etienne". May be empty. */
    public static String fold(String text) {
        var lower = ICUFoldingFilter.NORMALIZER.normalize(text);
        var folded = new StringBuilder(lower.length());
        boolean atWordStart = true;
        int lettersSinceDot = 0;
        for (int i = 0; i < lower.length(); i += Character.charCount(lower.codePointAt(i))) {
            int character = lower.codePointAt(i);
            if (isPartOfWord(character)) {
                if (atWordStart && !folded.isEmpty()) folded.append(' ');
                folded.appendCodePoint(character);
                atWordStart = false;
                lettersSinceDot++;
            } else if (!isSilent(character)) {
                atWordStart |= lettersSinceDot != 1 || !isDotBeforeInitial(lower, i);
                lettersSinceDot = 0;
            }
        }
        return folded.toString();
    }

    /**
     * Every folded form in which the name may be typed: Köln as "koln" and "koeln", St. John's as "st johns", "st john s",
     * "saint johns" and "saint john s"; Chinese signs also as they are written in China today.
     */
    public static Set<String> spellings(String name) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(fold(name));
        if (name.chars().anyMatch(c -> TWO_LETTERS.containsKey((char) c)))
            spellings.add(fold(withTwoLetterVowels(name)));
        if (name.chars().anyMatch(c -> isSilent(c))) spellings.add(fold(withSpacesForApostrophes(name)));
        if (name.chars().anyMatch(Folding::isChinese)) spellings.add(fold(SIMPLIFIED.transliterate(name)));
        for (var spelling : List.copyOf(spellings)) spellings.add(otherLength(spelling));
        spellings.remove("");
        return spellings;
    }

    private static boolean isPartOfWord(int character) {
        if (Character.isLetterOrDigit(character)) return !isSilent(character);
        int type = Character.getType(character);
        return type == Character.COMBINING_SPACING_MARK
                || type == Character.NON_SPACING_MARK; // vowels of Indic scripts
    }

    private static boolean isChinese(int character) {
        return character >= FIRST_CHINESE && character <= LAST_CHINESE;
    }

    private static boolean isSilent(int character) {
        return APOSTROPHES.indexOf(character) >= 0;
    }

    /** As the first dot of "D.C.": what follows is one letter and no more. */
    private static boolean isDotBeforeInitial(String text, int at) {
        return text.charAt(at) == '.'
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1))
                && (at + 2 == text.length() || !Character.isLetter(text.charAt(at + 2)));
    }

    private static String withTwoLetterVowels(String name) {
        return name.chars()
                .mapToObj(c -> TWO_LETTERS.getOrDefault((char) c, String.valueOf((char) c)))
                .collect(Collectors.joining());
    }

    private static String withSpacesForApostrophes(String name) {
        var spaced = new StringBuilder(name);
        for (int i = 0; i < spaced.length(); i++) if (isSilent(spaced.charAt(i))) spaced.setCharAt(i, ' ');
        return spaced.toString();
    }

    private static String otherLength(String spelling) {
        var words = spelling.split(" ");
        boolean changed = false;
        for (int i = 0; i < words.length; i++) {
            var other = LONG_AND_SHORT.get(words[i]);
            if (other == null) continue;
            words[i] = other;
            changed = true;
        }
        return changed ? String.join(" ", words) : spelling;
    }
}
