package org.sistercities.content.story;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** The readable last segment of a story's address. */
public final class Slug {
    /** What a slug looks like, chosen or made. */
    public static final String FORM = "[\\p{L}\\p{M}\\p{N}&&[^\\p{Lu}]]+(-[\\p{L}\\p{M}\\p{N}&&[^\\p{Lu}]]+)*";

    private static final int LONGEST = 80;

    private Slug() {}

    /**
     * Lower-case letters and digits with hyphens between; accents go, other scripts stay. At most 80 characters, ended at a
     * word where there is one. Empty when the text has neither letters nor digits.
     */
    public static String of(String text) {
        var plain = Normalizer.normalize(text, Form.NFD).replaceAll("\\p{InCombiningDiacriticalMarks}", "");
        var words = Normalizer.normalize(plain, Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        if (words.length() <= LONGEST) return words;
        int end = words.lastIndexOf('-', LONGEST);
        return words.substring(0, end > 0 ? end : words.offsetByCodePoints(0, LONGEST / 2));
    }
}
