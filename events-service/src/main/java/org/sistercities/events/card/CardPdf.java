package org.sistercities.events.card;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.sistercities.platform.pdf.Typeface;

/** Cards on sheets. What is set is kept in a temporary file until all is, so memory does not grow with the number of guests. */
final class CardPdf {
    private static final float PADDING = 12;
    private static final Color CUT = new Color(0xc8c8d0);

    private final Stationery stationery;

    CardPdf(Stationery stationery) {
        this.stationery = stationery;
    }

    void write(String title, List<Card> cards, OutputStream out) throws IOException {
        try (var document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
                var regular = Typeface.regular(document);
                var heavy = Typeface.bold(document)) {
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage("en");
            var plain = new Ruler(regular);
            var bold = new Ruler(heavy);
            int perPage = stationery.cardsAPage();
            for (int from = 0; from < cards.size() || from == 0; from += perPage)
                page(document, cards.subList(from, Math.min(from + perPage, cards.size())), plain, bold);
            document.save(out);
        }
    }

    private void page(PDDocument document, List<Card> cards, Ruler plain, Ruler bold) throws IOException {
        var page = new PDPage(stationery.page());
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            for (int i = 0; i < cards.size(); i++) card(content, stationery.card(i), cards.get(i), plain, bold);
        }
    }

    private void card(PDPageContentStream content, PDRectangle box, Card card, Ruler plain, Ruler bold)
            throws IOException {
        if (stationery.isCut()) {
            content.setStrokingColor(CUT);
            content.setLineWidth(0.25f);
            content.addRect(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
            content.stroke();
        }
        float height = box.getHeight() - 2 * PADDING;
        var text = Wrapped.in(box.getWidth() - 2 * PADDING, height, card, plain, bold);
        float y = box.getUpperRightY() - PADDING - (height - text.height()) / 2;
        for (var line : text.lines()) {
            y -= line.height();
            line(content, line, box.getLowerLeftX() + (box.getWidth() - line.width()) / 2, y + line.size() * 0.3f);
        }
    }

    private static void line(PDPageContentStream content, Wrapped.Line line, float x, float y) throws IOException {
        content.setNonStrokingColor(Color.BLACK);
        content.beginText();
        content.newLineAtOffset(x, y);
        for (var run : line.ruler().typeface().runs(line.text())) {
            content.setFont(run.font(), line.size());
            content.showText(run.text());
        }
        content.endText();
    }
}
