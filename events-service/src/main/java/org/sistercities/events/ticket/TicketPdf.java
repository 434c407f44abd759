package org.sistercities.events.ticket;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.sistercities.events.event.Event;
import org.sistercities.events.registration.KnownParty;
import org.sistercities.platform.pdf.Typeface;
import org.springframework.stereotype.Component;

/** A party's tickets to be printed or shown on a screen: one page of A6 for each guest. */
@Component
public class TicketPdf {
    private static final PDRectangle PAGE = PDRectangle.A6;
    private static final float MARGIN = 24;
    private static final float CODE = 168;
    private static final float LEADING = 1.35f;
    private static final Color GREY = new Color(0x5a5a6e);

    private final KeyRing keyRing;

    TicketPdf(KeyRing keyRing) {
        this.keyRing = keyRing;
    }

    /** The tickets of all guests; the party must have the right to enter. */
    public byte[] of(Event event, KnownParty party) {
        return of(event, party, party.guests());
    }

    /** The tickets of some of them. */
    byte[] of(Event event, KnownParty party, List<KnownParty.Guest> guests) {
        var keys = keyRing.keys();
        try (var document = new PDDocument();
                var plain = Typeface.regular(document);
                var bold = Typeface.bold(document)) {
            document.getDocumentInformation().setTitle("Tickets: " + event.title());
            document.getDocumentCatalog().setLanguage("en");
            for (var guest : guests) {
                var ticket = new Ticket(party.eventId(), party.registrationId(), guest.number());
                try (var sheet = new Sheet(document, plain, bold)) {
                    sheet.set(event, guest, ticket.id(), QrCode.of(keys.sign(ticket)));
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            this.content = new PDPageContentStream(document, page);
            this.plain = plain;
            this.bold = bold;
        }

        void set(Event event, KnownParty.Guest guest, String ticketId, QrCode code) throws IOException {
            var venue = event.plan().venue();
            line(bold, 15, Color.BLACK, event.title());
            line(plain, 9, Color.BLACK, event.inWords(event.startsAt()));
            line(plain, 9, Color.BLACK, venue.name() + ", " + venue.city());
            y -= CODE + 10;
            code.draw(content, (PAGE.getWidth() - CODE) / 2, y, CODE);
            y -= 4;
            line(bold, 14, Color.BLACK, guest.title());
            line(plain, 10, Color.BLACK, event.ticketTypeName(guest.ticketType()));
            line(plain, 6.5f, GREY, ticketId);
        }

        /** A line in the middle, set smaller when it is too long. */
        private void line(Typeface typeface, float size, Color color, String text) throws IOException {
            float room = PAGE.getWidth() - 2 * MARGIN;
            float fitted = Math.min(size, size * room / Math.max(1, typeface.width(text, size)));
            y -= size * LEADING;
            content.setNonStrokingColor(color);
            content.beginText();
            content.newLineAtOffset((PAGE.getWidth() - typeface.width(text, fitted)) / 2, y);
            for (var run : typeface.runs(text)) {
                content.setFont(run.font(), fitted);
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
