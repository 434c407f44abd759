package org.sistercities.content.gift;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.sistercities.platform.pdf.Typeface;
import org.springframework.stereotype.Component;

/** The confirmation of a gift as one page of A4: what came and stays, the last two dozen payments of it. */
@Component
class ReceiptPdf {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final PDRectangle PAGE = PDRectangle.A4;
    private static final float MARGIN = 64;
    private static final float LEADING = 1.5f;
    private static final float TEXT = 11;
    private static final int MOST_LINES = 24;
    private static final Color GREY = new Color(0x5a5a6e);

    private final GiftsProperties properties;

    ReceiptPdf(GiftsProperties properties) {
        this.properties = properties;
    }

    /** The same bytes for the same gift. */
    byte[] of(Gift gift) {
        try (var document = new PDDocument();
                var plain = Typeface.regular(document);
                var bold = Typeface.bold(document)) {
            document.setDocumentId((long) gift.id().hashCode());
            document.getDocumentInformation().setTitle("Receipt " + GiftView.reference(gift));
            document.getDocumentCatalog().setLanguage("en");
            var page = new PDPage(PAGE);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                write(gift, new Sheet(content, plain, bold));
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Gift gift, Sheet sheet) throws IOException {
        for (var line : properties.recipient()) sheet.line(sheet.bold, TEXT, Color.BLACK, line);
        sheet.gap(40);
        var donor = gift.offer().donor();
        if (donor != null) sheet.line(sheet.plain, TEXT, Color.BLACK, donor.name());
        sheet.gap(30);
        sheet.line(sheet.bold, 18, Color.BLACK, "Thank you for your gift");
        sheet.line(sheet.plain, 9, GREY, "Receipt " + GiftView.reference(gift));
        sheet.gap(20);
        var kept = gift.receipts().stream().filter(Receipt::isKept).toList();
        for (var receipt : last(kept))
            sheet.line(
                    sheet.plain,
                    TEXT,
                    Color.BLACK,
                    "Received on " + DAY.format(receipt.on()) + ": " + receipt.amount());
        sheet.gap(16);
        var tribute = gift.offer().tribute();
        if (tribute != null)
            sheet.line(
                    sheet.plain,
                    TEXT,
                    Color.BLACK,
                    (tribute.kind() == Tribute.Kind.IN_MEMORY ? "In memory of " : "In honour of ") + tribute.name());
        sheet.gap(24);
        sheet.line(sheet.plain, 9, GREY, properties.note());
    }

    private static List<Receipt> last(List<Receipt> all) {
        return all.subList(Math.max(0, all.size() - MOST_LINES), all.size());
    }

    /** The page, written from top to bottom. All measures are points. */
    private static final class Sheet {
        private final PDPageContentStream content;
        private final Typeface plain;
        private final Typeface bold;
        private float y = PAGE.getHeight() - MARGIN;

        Sheet(PDPageContentStream content, Typeface plain, Typeface bold) {
            this.content = content;
            this.plain = plain;
            this.bold = bold;
        }

        void gap(float height) {
            y -= height;
        }

        /** A line that is too long for the page is written smaller. */
        void line(Typeface typeface, float size, Color color, String text) throws IOException {
            if (text.isBlank()) return;
            y -= size * LEADING;
            float room = PAGE.getWidth() - 2 * MARGIN;
            float fitted = Math.min(size, size * room / Math.max(1, typeface.width(text, size)));
            content.setNonStrokingColor(color);
            content.beginText();
            content.newLineAtOffset(MARGIN, y);
            for (var run : typeface.runs(text)) {
                content.setFont(run.font(), fitted);
                content.showText(run.text());
            }
            content.endText();
        }
    }
}
