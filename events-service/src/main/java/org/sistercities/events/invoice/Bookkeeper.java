package org.sistercities.events.invoice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sistercities.events.event.Events;
import org.sistercities.events.party.Registration;
import org.sistercities.events.registration.Registrations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Sees to it that what was issued for a registration says what it is charged. */
@Component
@EnableConfigurationProperties(InvoiceProperties.class)
public class Bookkeeper {
    private final Invoices invoices;
    private final Registrations registrations;
    private final Events events;
    private final InvoicePdf pdf;
    private final InvoiceProperties properties;
    private final Clock clock;

    Bookkeeper(
            Invoices invoices,
            Registrations registrations,
            Events events,
            InvoicePdf pdf,
            InvoiceProperties properties,
            Clock clock) {
        this.invoices = invoices;
        this.registrations = registrations;
        this.events = events;
        this.pdf = pdf;
        this.properties = properties;
        this.clock = clock;
    }

    /** What a party is sent: an invoice or credit note, and the name of its file. */
    public record Printed(String file, ByteArrayResource bytes) {}

    /** The last that was issued for a registration, an invoice or a credit note; empty when nothing was ever charged. */
    public Optional<Printed> latest(String registrationId) {
        var issued = settled(registrationId).issued();
        if (issued.isEmpty()) return Optional.empty();
        var last = issued.getLast();
        return Optional.of(new Printed(last.number() + ".pdf", new ByteArrayResource(pdf.of(last))));
    }

    /**
     * Issues what is missing, and returns the account. The account is read before the registration: then whoever makes its next entry
     * has seen a registration at least as new as the one its last entry was made for, and an old one cannot undo what a newer one did.
     */
    Account settled(String registrationId) {
        return settled(registrations.get(registrationId).state());
    }

    /** The same for one that is known; for what is free and always was, nothing is looked up. */
    Account settled(Registration known) {
        var registrationId = known.id();
        if (!known.isCharged()) return new Account(registrationId, List.of());
        while (true) {
            var account = invoices.account(registrationId);
            var registration = registrations.get(registrationId).state();
            var event = events.get(registration.eventId()).state();
            var next = account.next(registration, event, properties.issuer(), clock.instant());
            if (next.isEmpty()) return account;
            invoices.issue(account, next.get(), LocalDate.ofInstant(clock.instant(), properties.zone()));
        }
    }
}
