package org.sistercities.events.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Claim;
import org.sistercities.events.event.Money;

/**
 * An invoice, or the credit note that takes one back. It is never changed: it says for ever what was said when it was issued, its
 * issuer and its recipient included.
 *
 * @param number such as {@code 2026-000123}; within a year without gaps
 * @param entry what it is in the account of its registration, which no two share
 * @param issuedOn in the issuer's zone
 * @param dueAt until when it is to be paid; null when it was paid before, and on a credit note
 * @param corrects the number of the invoice a credit note takes back
 */
public record Invoice(
        String number,
        String entry,
        Kind kind,
        String registrationId,
        String eventId,
        String event,
        Issuer issuer,
        String recipient,
        List<Claim.Line> lines,
        Money total,
        LocalDate issuedOn,
        @Nullable Instant dueAt,
        @Nullable String corrects) {

    /** Charged, or taken back. */
    public enum Kind {
        INVOICE,
        CREDIT_NOTE
    }

    /**
     * Who issues it, as it is printed.
     *
     * @param address line by line
     * @param bank where the money goes, line by line
     * @param taxNote such as why no tax is charged
     */
    public record Issuer(String name, List<String> address, List<String> bank, String taxNote) {}

    /** The note that takes this invoice back, in full. */
    Invoice credited() {
        return new Invoice(
                "",
                "",
                Kind.CREDIT_NOTE,
                registrationId,
                eventId,
                event,
                issuer,
                recipient,
                lines,
                total,
                issuedOn,
                null,
                number);
    }

    /** The same, issued under a number of its own. */
    Invoice issued(String newNumber, String newEntry, LocalDate on) {
        return new Invoice(
                newNumber,
                newEntry,
                kind,
                registrationId,
                eventId,
                event,
                issuer,
                recipient,
                lines,
                total,
                on,
                dueAt,
                corrects);
    }
}
