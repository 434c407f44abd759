package org.sistercities.events.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Event;
import org.sistercities.events.invoice.Invoice.Issuer;
import org.sistercities.events.invoice.Invoice.Kind;
import org.sistercities.events.party.Contact;
import org.sistercities.events.party.Registration;

/**
 * What was issued for one registration, in order. Each invoice that no longer says what the party is charged is taken back, and then
 * another one says it, if anything is charged.
 */
record Account(String registrationId, List<Invoice> issued) {

    /** The invoice that stands; empty when there is none, or it was taken back. */
    Optional<Invoice> standing() {
        return issued.isEmpty() || issued.getLast().kind() == Kind.CREDIT_NOTE
                ? Optional.empty()
                : Optional.of(issued.getLast());
    }

    /** The last invoice, taken back or not. */
    Optional<Invoice> lastInvoice() {
        return issued.reversed().stream()
                .filter(some -> some.kind() == Kind.INVOICE)
                .findFirst();
    }

    /** The note that takes an invoice back. */
    Optional<Invoice> creditOf(Invoice invoice) {
        return issued.stream()
                .filter(some -> invoice.number().equals(some.corrects()))
                .findFirst();
    }

    /** What must be issued next so that the account says what the registration is charged; empty when it does. */
    Optional<Invoice> next(Registration registration, Event event, Issuer issuer, Instant now) {
        var charged = charged(registration, event, issuer, now);
        var standing = standing();
        if (standing.isEmpty()) return charged;
        boolean says = charged.filter(
                        wanted -> wanted.lines().equals(standing.get().lines()))
                .isPresent();
        return says ? Optional.empty() : Optional.of(standing.get().credited());
    }

    /** The entry that follows; whoever issues it has seen all that came before. */
    String nextEntry() {
        return entry(registrationId, issued.size() + 1);
    }

    static String entry(String registrationId, int place) {
        return "%s/%04d".formatted(registrationId, place);
    }

    private static Optional<Invoice> charged(Registration registration, Event event, Issuer issuer, Instant now) {
        var claim = registration.order().claim();
        boolean isCharged = switch (registration.standing().at(now)) {
            case AWAITING_PAYMENT, CONFIRMED -> !claim.total().isZero();
            case HELD, OFFERED, WAITLISTED, AWAITING_APPROVAL, REJECTED, CANCELLED, EXPIRED -> false;
        };
        if (!isCharged) return Optional.empty();
        return Optional.of(new Invoice(
                "",
                "",
                Kind.INVOICE,
                registration.id(),
                event.id(),
                event.title(),
                issuer,
                recipient(registration.party().contact()),
                claim.lines(),
                claim.total(),
                LocalDate.EPOCH,
                registration.standing().until(),
                null));
    }

    private static String recipient(@Nullable Contact contact) {
        return contact == null ? "" : contact.name();
    }
}
