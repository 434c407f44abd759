package org.sistercities.platform.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/** Parsed fonts, each lent to one document at a time: to parse one takes longer than to write a page with it. */
final class Fonts {
    private static final String FOLDER = "fonts/";
    private static final int KEPT = 2; // of each, which may have megabytes
    private static final Map<String, Queue<TrueTypeFont>> IDLE = new ConcurrentHashMap<>();

    private Fonts() {}

    static TrueTypeFont lend(String file) throws IOException {
        var idle = idle(file).poll();
        return idle == null ? parsed(file) : idle;
    }

    static void giveBack(String file, TrueTypeFont font) {
        var _ = idle(file).offer(font); // if there are enough, this one is forgotten
    }

    private static Queue<TrueTypeFont> idle(String file) {
        return IDLE.computeIfAbsent(file, _ -> new LinkedBlockingQueue<>(KEPT));
    }

    private static TrueTypeFont parsed(String file) throws IOException {
        try (var in = new ClassPathResource(FOLDER + file).getInputStream()) {
            var font = file.endsWith(".ttc") ? firstOf(in) : new TTFParser().parse(new RandomAccessReadBuffer(in));
            font.setEnableGsub(false); // ligatures: they take as long as the rest, and no measure here knows them
            return font;
        }
    }

    private static TrueTypeFont firstOf(InputStream collection) throws IOException {
        var fonts = new ArrayList<TrueTypeFont>();
        new TrueTypeCollection(collection).processAllFonts(fonts::add);
        return fonts.getFirst();
    }
}
