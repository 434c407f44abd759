package org.sistercities.events.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * Letters for one document: Latin, Greek and Cyrillic ones, and a second font for Chinese, Japanese and Korean that is loaded when it is
 * needed. What neither has is written as a question mark: the code on the ticket says who it is for.
 */
final class Typeface {
    private static final String MORE_SCRIPTS = "wqy-microhei.ttc";

    private final PDDocument document;
    private final Face first;
    private @Nullable Face second;

    /** A piece of text that one font can write. */
    record Run(PDFont font, String text) {}

    private record Face(PDFont font, CmapLookup letters) {
        boolean has(int codePoint) {
            return letters.getGlyphId(codePoint) != 0;
        }
    }

    Typeface(PDDocument document, String file) throws IOException {
        this.document = document;
        this.first = load(file);
    }

    /** The text as runs, one for each change of font. */
    List<Run> runs(String text) throws IOException {
        var runs = new ArrayList<Run>();
        for (int codePoint : clean(text).codePoints().toArray()) {
            var known = first.has(codePoint) || second().has(codePoint);
            var letter = known ? Character.toString(codePoint) : "?";
            var font = first.has(codePoint) || !known ? first.font() : second().font();
            if (!runs.isEmpty() && runs.getLast().font().equals(font))
                runs.add(new Run(font, runs.removeLast().text() + letter));
            else runs.add(new Run(font, letter));
        }
        return runs;
    }

    float width(String text, float size) throws IOException {
        float width = 0;
        for (var run : runs(text)) width += run.font().getStringWidth(run.text()) / 1000 * size;
        return width;
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
        try (var in = new ClassPathResource("fonts/" + file).getInputStream()) {
            var font = file.endsWith(".ttc") ? firstOf(in) : new TTFParser().parse(new RandomAccessReadBuffer(in));
            return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
        }
    }

    private static TrueTypeFont firstOf(InputStream collection) throws IOException {
        var fonts = new ArrayList<TrueTypeFont>();
        new TrueTypeCollection(collection).processAllFonts(fonts::add);
        return fonts.getFirst();
    }

    private static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}]", " ")
                .strip();
    }
}
