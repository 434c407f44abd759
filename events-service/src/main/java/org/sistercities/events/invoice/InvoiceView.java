package org.sistercities.events.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Claim;
import org.sistercities.events.event.Price;

/**
 * An invoice or a credit note as it is shown.
 *
 * @param corrects the invoice a credit note takes back
 * @param creditedBy the note that has taken this invoice back
 */
record InvoiceView(
        String number,
        Invoice.Kind kind,
        String registrationId,
        String eventId,
        String event,
        Invoice.Issuer issuer,
        String recipient,
        List<Line> lines,
        Price total,
        LocalDate issuedOn,
        @Nullable Instant dueAt,
        @Nullable String corrects,
        @Nullable String creditedBy) {

    /** @param off what a code takes off, if it does */
    record Line(
            String ticketType,
            String name,
            int count,
            Price price,
            @Nullable Price off,
            Price amount) {
        static Line of(Claim.Line line) {
            var off = line.off().isZero() ? null : Price.of(line.off());
            return new Line(
                    line.ticketType(), line.name(), line.count(), Price.of(line.price()), off, Price.of(line.amount()));
        }
    }

    static InvoiceView of(Invoice invoice, Account account) {
        return new InvoiceView(
                invoice.number(),
                invoice.kind(),
                invoice.registrationId(),
                invoice.eventId(),
                invoice.event(),
                invoice.issuer(),
                invoice.recipient(),
                invoice.lines().stream().map(Line::of).toList(),
                Price.of(invoice.total()),
                invoice.issuedOn(),
                invoice.dueAt(),
                invoice.corrects(),
                account.creditOf(invoice).map(Invoice::number).orElse(null));
    }
}
