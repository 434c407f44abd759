package org.sistercities.city.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text that all sides sign, in each of its languages.
 *
 * <p>The hash is the lower-case hexadecimal SHA-256 of, for each language in the order of its tag: the tag, a line feed, the
 * number of bytes of the text, a line feed, the text, a line feed; all in UTF-8. Texts are kept in Unicode form C with line
 * feeds as line ends, so that the same words have the same hash wherever they were typed. Anybody can compute it.
 *
 * @param texts by BCP 47 language tag, sorted
 */
public record Agreement(Map<String, String> texts, String textHash) {

    /**
     * The agreement in these words.
     *
     * @throws SigningRefused.NoText when there are none
     */
    public static Agreement of(Map<String, String> texts) {
        if (texts.isEmpty()) throw new SigningRefused.NoText();
        var canonical = new TreeMap<String, String>();
        texts.forEach((language, text) -> canonical.put(tag(language), canonical(text)));
        if (canonical.size() < texts.size()) throw new SigningRefused.LanguageTwice();
        return new Agreement(canonical, hash(canonical));
    }

    /** Whether the texts are still those the hash was taken of. */
    public boolean matchesItsHash() {
        return hash(new TreeMap<>(texts)).equals(textHash);
    }

    private static String tag(String language) {
        var tag = Locale.forLanguageTag(language).toLanguageTag();
        if (tag.equals("und")) throw new SigningRefused.UnknownLanguage(language);
        return tag;
    }

    private static String canonical(String text) {
        return Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
    }

    private static String hash(SortedMap<String, String> texts) {
        var digest = Fingerprint.sha256();
        texts.forEach((language, text) -> {
            var bytes = text.getBytes(UTF_8);
            digest.update((language + "\n" + bytes.length + "\n").getBytes(UTF_8));
            digest.update(bytes);
            digest.update((byte) '\n');
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
