package org.sistercities.city.certificate;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.sistercities.platform.pdf.Typeface;

/** Framed pages, written from top to bottom; the next page begins when one is full. All measures are points. */
final class Sheet implements AutoCloseable {
    static final Color INK = new Color(0x1a1a2e);
    static final Color GREY = new Color(0x5a5a6e);
    private static final Color FRAME = new Color(0x8a6d3b);
    private static final PDRectangle A4 = PDRectangle.A4;
    private static final float MARGIN = 62;
    private static final float WIDTH = A4.getWidth() - 2 * MARGIN;
    private static final float LEADING = 1.35f;

    private final PDDocument document;
    private PDPageContentStream content;
    private float y;

    Sheet(PDDocument document) throws IOException {
        this.document = document;
        this.content = newPage();
    }

    /** Lines in the middle; what is too long for one is broken at spaces, and a word too long for one is set smaller. */
    void centred(Typeface typeface, float size, Color color, String text) throws IOException {
        for (var line : lines(typeface, size, text)) {
            float fitted = Math.min(size, size * WIDTH / Math.max(1, typeface.width(line, size)));
            room(size * LEADING);
            y -= size * LEADING;
            write(typeface, fitted, color, line, (A4.getWidth() - typeface.width(line, fitted)) / 2);
        }
    }

    void space(float height) {
        y -= height;
    }

    /** A short line in the middle. */
    void rule() throws IOException {
        content.setStrokingColor(FRAME);
        content.setLineWidth(0.7f);
        content.moveTo(A4.getWidth() / 2 - 40, y);
        content.lineTo(A4.getWidth() / 2 + 40, y);
        content.stroke();
    }

    /** Begins the next page unless this much is left of the present one. */
    void room(float height) throws IOException {
        if (y - height >= MARGIN) return;
        content.close();
        content = newPage();
    }

    /** Goes on so far down that this much is left of the page. */
    void bottom(float height) throws IOException {
        room(height);
        y = MARGIN + height;
    }

    /** Draws in the middle what fits into a square of this size. */
    void square(QrCode code, float size) throws IOException {
        room(size);
        y -= size;
        code.draw(content, (A4.getWidth() - size) / 2, y, size);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private void write(Typeface typeface, float size, Color color, String line, float x) throws IOException {
        content.setNonStrokingColor(color);
        content.beginText();
        content.newLineAtOffset(x, y);
        for (var run : typeface.runs(line)) {
            content.setFont(run.font(), size);
            content.showText(run.text());
        }
        content.endText();
    }

    private static List<String> lines(Typeface typeface, float size, String text) throws IOException {
        var lines = new ArrayList<String>();
        for (var word : text.strip().split("\\s+", -1)) {
            var longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (!lines.isEmpty() && typeface.width(longer, size) <= WIDTH) lines.set(lines.size() - 1, longer);
            else lines.add(word);
        }
        return lines;
    }

    private PDPageContentStream newPage() throws IOException {
        var page = new PDPage(A4);
        document.addPage(page);
        var fresh = new PDPageContentStream(document, page);
        fresh.setStrokingColor(FRAME);
        for (var frame : List.of(28f, 34f)) {
            fresh.setLineWidth(frame == 28f ? 2.2f : 0.6f);
            fresh.addRect(frame, frame, A4.getWidth() - 2 * frame, A4.getHeight() - 2 * frame);
            fresh.stroke();
        }
        y = A4.getHeight() - MARGIN;
        return fresh;
    }
}
