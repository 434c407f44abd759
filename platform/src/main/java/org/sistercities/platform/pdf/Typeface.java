package org.sistercities.platform.pdf;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Letters for one document: a first font, and a second one for what the first has no letters for. What neither can write is
 * written in Latin letters, and what even that leaves over as a question mark: no document is refused for its letters. To be
 * closed when the document is saved, not before.
 */
public final class Typeface implements AutoCloseable {
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private static final String MORE_SCRIPTS = "wqy-microhei.ttc";

    static {
        // half of the time for a tenth more bytes, which are mostly those of the fonts
        if (System.getProperty(Filter.SYSPROP_DEFLATELEVEL) == null)
            System.setProperty(Filter.SYSPROP_DEFLATELEVEL, String.valueOf(Deflater.BEST_SPEED));
    }

    private final PDDocument document;
    private final Face first;
    private @Nullable Face second;
    private boolean transliterated;

    /** A piece of text that one font can write. */
    public record Run(PDFont font, String text) {

        public float width(float size) throws IOException {
            return font.getStringWidth(text) / 1000 * size;
        }
    }

    private record Face(String file, TrueTypeFont parsed, PDFont font, CmapLookup letters) {

        boolean has(int codePoint) {
            return letters.getGlyphId(codePoint) != 0;
        }
    }

    private Typeface(PDDocument document, String file) throws IOException {
        this.document = document;
        this.first = load(file);
    }

    public static Typeface regular(PDDocument document) throws IOException {
        return new Typeface(document, "NotoSerif-Regular.ttf");
    }

    public static Typeface bold(PDDocument document) throws IOException {
        return new Typeface(document, "NotoSerif-Bold.ttf");
    }

    /** Whether some text had to be written in Latin letters. */
    public boolean hasTransliterated() {
        return transliterated;
    }

    /** The text as runs, one for each change of font. */
    public List<Run> runs(String text) throws IOException {
        var runs = new ArrayList<Run>();
        for (int codePoint : writable(clean(text)).codePoints().toArray()) {
            var font = first.has(codePoint) ? first.font() : second().font();
            var letter = Character.toString(codePoint);
            if (!runs.isEmpty() && runs.getLast().font().equals(font))
                runs.add(new Run(font, runs.removeLast().text() + letter));
            else runs.add(new Run(font, letter));
        }
        return runs;
    }

    /** In points, at a size in points. */
    public float width(String text, float size) throws IOException {
        float width = 0;
        for (var run : runs(text)) width += run.width(size);
        return width;
    }

    private String writable(String text) throws IOException {
        if (canWrite(text)) return text;
        transliterated = true;
        var latin = new StringBuilder();
        for (int codePoint : TO_LATIN.transliterate(text).codePoints().toArray())
            latin.appendCodePoint(first.has(codePoint) ? codePoint : '?');
        return latin.toString();
    }

    private boolean canWrite(String text) throws IOException {
        for (int codePoint : text.codePoints().toArray())
            if (!first.has(codePoint) && !second().has(codePoint)) return false;
        return true;
    }

    private Face second() throws IOException {
        var loaded = second;
        if (loaded == null) {
            loaded = load(MORE_SCRIPTS); // megabytes: only when asked for
            second = loaded;
        }
        return loaded;
    }

    private Face load(String file) throws IOException {
        var parsed = Fonts.lend(file);
        return new Face(file, parsed, PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup());
    }

    /** Lets other documents have the fonts. */
    @Override
    public void close() {
        Fonts.giveBack(first.file(), first.parsed());
        if (second != null) Fonts.giveBack(second.file(), second.parsed());
    }

    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}]", " ")
                .strip();
    }
}
