package org.sistercities.events.card;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sistercities.events.card.Card.Paragraph;

/**
 * A card's text, set so that all of it is there: in lines of the card's width, and as much smaller as it takes. Nothing is cut off, and a
 * word that is wider than the card goes on in the next line.
 */
record Wrapped(List<Line> lines) {
    private static final float LEADING = 1.25f;
    private static final float SMALLER = 0.93f;

    /** One line in one size; {@code width} in points. */
    record Line(Ruler ruler, String text, float size, float width) {
        float height() {
            return size * LEADING;
        }

        private Line then(String word) throws IOException {
            var more = text.isEmpty() ? word : " " + word;
            float space = text.isEmpty() ? 0 : ruler.width(" ", size);
            return new Line(ruler, text + more, size, width + space + ruler.width(word, size));
        }

        private Line letter(String letter) throws IOException {
            return new Line(ruler, text + letter, size, width + ruler.width(letter, size));
        }

        private Line next() {
            return new Line(ruler, "", size, 0);
        }
    }

    static Wrapped in(float width, float height, Card card, Ruler plain, Ruler bold) throws IOException {
        for (float scale = 1; ; scale *= SMALLER) {
            var lines = new ArrayList<Line>();
            for (var paragraph : card.paragraphs()) {
                var ruler = paragraph.bold() ? bold : plain;
                wrap(paragraph, new Line(ruler, "", paragraph.size() * scale, 0), width, lines);
            }
            var wrapped = new Wrapped(lines);
            if (wrapped.height() <= height) return wrapped;
        }
    }

    float height() {
        return (float) lines.stream().mapToDouble(Line::height).sum();
    }

    private static void wrap(Paragraph paragraph, Line empty, float width, List<Line> lines) throws IOException {
        var line = empty;
        for (var word : paragraph.text().strip().split("\\s+", -1)) {
            var longer = line.then(word);
            if (longer.width() > width) {
                if (!line.text().isEmpty()) lines.add(line);
                longer = broken(word, empty, width, lines);
            }
            line = longer;
        }
        lines.add(line);
    }

    /** Adds as many lines as a word fills; what is left of it begins the next one. */
    private static Line broken(String word, Line empty, float width, List<Line> lines) throws IOException {
        var line = empty;
        for (int codePoint : word.codePoints().toArray()) {
            var longer = line.letter(Character.toString(codePoint));
            if (longer.width() > width && !line.text().isEmpty()) {
                lines.add(line);
                longer = line.next().letter(Character.toString(codePoint));
            }
            line = longer;
        }
        return line;
    }
}
