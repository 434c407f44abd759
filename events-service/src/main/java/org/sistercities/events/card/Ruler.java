package org.sistercities.events.card;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.sistercities.platform.pdf.Typeface;

/** Measures words in a typeface, each once: a word is as wide as its size says. */
final class Ruler {
    private static final int MOST_REMEMBERED = 10_000;
    private static final float SAMPLE = 100;

    private final Typeface typeface;
    private final Map<String, Float> widths = new HashMap<>();

    Ruler(Typeface typeface) {
        this.typeface = typeface;
    }

    Typeface typeface() {
        return typeface;
    }

    /** In points, at a size in points. */
    float width(String word, float size) throws IOException {
        var known = widths.get(word);
        if (known != null) return known * size;
        if (widths.size() == MOST_REMEMBERED) widths.clear();
        float width = typeface.width(word, SAMPLE) / SAMPLE;
        widths.put(word, width);
        return width * size;
    }
}
