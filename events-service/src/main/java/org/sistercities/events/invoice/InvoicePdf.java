package org.sistercities.events.invoice;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.sistercities.events.event.Claim;
import org.sistercities.platform.pdf.Typeface;
import org.springframework.stereotype.Component;

/** An invoice or a credit note as one page of A4; a party has at most 20 kinds of tickets, so one is enough. */
@Component
class InvoicePdf {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final PDRectangle PAGE = PDRectangle.A4;
    private static final float MARGIN = 64;
    private static final float LEADING = 1.4f;
    private static final float TEXT = 10;
    private static final Color GREY = new Color(0x5a5a6e);

    private final InvoiceProperties properties;

    InvoicePdf(InvoiceProperties properties) {
        this.properties = properties;
    }

    /** The same bytes for the same invoice. */
    byte[] of(Invoice invoice) {
        try (var document = new PDDocument();
                var plain = Typeface.regular(document);
                var bold = Typeface.bold(document)) {
            document.setDocumentId((long) invoice.number().hashCode());
            document.getDocumentInformation().setTitle(title(invoice));
            document.getDocumentCatalog().setLanguage("en");
            try (var sheet = new Sheet(document, plain, bold)) {
                write(invoice, sheet);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Invoice invoice, Sheet sheet) throws IOException {
        var issuer = invoice.issuer();
        sheet.line(sheet.bold, 12, Color.BLACK, issuer.name());
        for (var line : issuer.address()) sheet.line(sheet.plain, 9, GREY, line);
        sheet.gap(36);
        sheet.line(sheet.plain, 11, Color.BLACK, invoice.recipient());
        sheet.gap(36);
        sheet.line(sheet.bold, 18, Color.BLACK, title(invoice));
        sheet.gap(6);
        sheet.line(sheet.plain, TEXT, Color.BLACK, "Date: " + DAY.format(invoice.issuedOn()));
        var dueAt = invoice.dueAt();
        if (dueAt != null)
            sheet.line(sheet.plain, TEXT, Color.BLACK, "To be paid by: " + DAY.format(dueAt.atZone(properties.zone())));
        if (invoice.corrects() != null)
            sheet.line(sheet.plain, TEXT, Color.BLACK, "Takes back invoice " + invoice.corrects());
        sheet.line(sheet.plain, TEXT, Color.BLACK, invoice.event());
        sheet.line(sheet.plain, 8, GREY, "Registration " + invoice.registrationId());
        sheet.gap(20);
        for (var line : invoice.lines()) writeLine(line, sheet);
        sheet.rule();
        sheet.row(sheet.bold, 12, "Total", invoice.total().toString());
        sheet.gap(20);
        sheet.line(sheet.plain, 9, GREY, issuer.taxNote());
        sheet.gap(12);
        if (invoice.kind() == Invoice.Kind.INVOICE && dueAt != null) pay(invoice, sheet);
    }

    private static void writeLine(Claim.Line line, Sheet sheet) throws IOException {
        var full = line.price().times(line.count());
        sheet.row(sheet.plain, TEXT, line.count() + " × " + line.name() + ", " + line.price() + " each", full + "");
        if (!line.off().isZero()) sheet.row(sheet.plain, TEXT, "Less by code", "−" + line.off());
    }

    private static void pay(Invoice invoice, Sheet sheet) throws IOException {
        sheet.line(sheet.bold, TEXT, Color.BLACK, "Please pay with the reference " + invoice.number());
        for (var line : invoice.issuer().bank()) sheet.line(sheet.plain, TEXT, Color.BLACK, line);
    }

    private static String title(Invoice invoice) {
        return switch (invoice.kind()) {
            case INVOICE -> "Invoice " + invoice.number();
            case CREDIT_NOTE -> "Credit note " + invoice.number();
        };
    }

    /** One page, written from top to bottom. All measures are points. */
    private static final class Sheet implements AutoCloseable {
        private final PDPageContentStream content;
        private final Typeface plain;
        private final Typeface bold;
        private float y = PAGE.getHeight() - MARGIN;

        Sheet(PDDocument document, Typeface plain, Typeface bold) throws IOException {
            var page = new PDPage(PAGE);
            document.addPage(page);
            this.plain = plain;
            this.bold = bold;
            this.content = new PDPageContentStream(document, page);
        }

        void gap(float height) {
            y -= height;
        }

        void line(Typeface typeface, float size, Color color, String text) throws IOException {
            if (text.isEmpty()) return;
            y -= size * LEADING;
            write(typeface, fitted(typeface, size, text, PAGE.getWidth() - 2 * MARGIN), color, MARGIN, text);
        }

        /** What it is on the left, what it costs on the right. */
        void row(Typeface typeface, float size, String text, String amount) throws IOException {
            y -= size * LEADING;
            float right = PAGE.getWidth() - MARGIN - typeface.width(amount, size);
            float room = right - MARGIN - 2 * size;
            write(typeface, fitted(typeface, size, text, room), Color.BLACK, MARGIN, text);
            write(typeface, size, Color.BLACK, right, amount);
        }

        void rule() throws IOException {
            y -= 6;
            content.setStrokingColor(GREY);
            content.moveTo(MARGIN, y);
            content.lineTo(PAGE.getWidth() - MARGIN, y);
            content.stroke();
        }

        private static float fitted(Typeface typeface, float size, String text, float room) throws IOException {
            return Math.min(size, size * room / Math.max(1, typeface.width(text, size)));
        }

        private void write(Typeface typeface, float size, Color color, float x, String text) throws IOException {
            content.setNonStrokingColor(color);
            content.beginText();
            content.newLineAtOffset(x, y);
            for (var run : typeface.runs(text)) {
                content.setFont(run.font(), size);
                content.showText(run.text());
            }
            content.endText();
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
