package org.sistercities.events.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercities.events.calendar.InternetCalendar;
import org.sistercities.events.event.Event;
import org.sistercities.events.invoice.Bookkeeper;
import org.sistercities.events.registration.KnownParty.Right;
import org.sistercities.events.ticket.TicketPdf;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Writes what a message says at the moment it is sent. */
@Component
class LetterWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final Addressees addressees;
    private final Templates templates;
    private final TicketPdf tickets;
    private final Bookkeeper bookkeeper;
    private final MailProperties properties;
    private final Clock clock;

    LetterWriter(
            Addressees addressees,
            Templates templates,
            TicketPdf tickets,
            Bookkeeper bookkeeper,
            MailProperties properties,
            Clock clock) {
        this.addressees = addressees;
        this.templates = templates;
        this.tickets = tickets;
        this.bookkeeper = bookkeeper;
        this.properties = properties;
        this.clock = clock;
    }

    /** The letter; empty when there is nothing to be said any more. */
    Optional<Letter> write(Message message, Stored<Event> event) {
        if (!isWorthAWord(event.state(), message)) return Optional.empty();
        return addressees
                .find(message.recipientId(), event.state())
                .filter(somebody -> somebody.expects().contains(message.kind()))
                .map(somebody -> letter(message.kind(), event, somebody));
    }

    /** What is known of an event. */
    Map<Fact, String> factsOf(Event event) {
        var plan = event.plan();
        var venue = plan.venue();
        var facts = new EnumMap<Fact, String>(Fact.class);
        facts.put(Fact.NETWORK, properties.network());
        facts.put(Fact.EVENT, event.title());
        facts.put(Fact.WHEN, event.inWords(event.startsAt()));
        facts.put(
                Fact.WHERE,
                Stream.of(venue.name(), venue.address(), venue.city())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")));
        facts.put(Fact.DRESS_CODE, plan.dressCode());
        facts.put(
                Fact.PROGRAMME,
                plan.schedule().programme().stream()
                        .map(item -> TIME.format(item.startsAt().atZone(event.zone())) + " " + item.title())
                        .collect(Collectors.joining("\n")));
        var cancellation = event.cancellation();
        facts.put(Fact.REASON, cancellation == null ? "" : cancellation.reason());
        return facts;
    }

    private boolean isWorthAWord(Event event, Message message) {
        if (message.kind().isAboutMoney()) return true;
        if (event.isOver(clock.instant())) return false;
        return (event.cancellation() != null) == (message.kind() == Kind.EVENT_CANCELLED);
    }

    private Letter letter(Kind kind, Stored<Event> event, Addressee addressee) {
        var facts = factsOf(event.state());
        facts.putAll(addressee.facts());
        facts.put(Fact.NAME, addressee.name());
        var words = templates.get(event.id(), kind).state().word(facts);
        return new Letter(addressee.name(), addressee.email(), words, attachments(kind, event, addressee));
    }

    private List<Letter.Attachment> attachments(Kind kind, Stored<Event> event, Addressee addressee) {
        var files = new ArrayList<Letter.Attachment>();
        var party = addressee.party();
        if (kind.bringsTickets() && party.right() == Right.TO_ENTER)
            files.add(new Letter.Attachment(
                    "tickets.pdf", "application/pdf", new ByteArrayResource(tickets.of(event.state(), party))));
        if (kind.bringsInvoice() && party.charged())
            bookkeeper
                    .latest(party.registrationId())
                    .ifPresent(printed ->
                            files.add(new Letter.Attachment(printed.file(), "application/pdf", printed.bytes())));
        if (kind.bringsCalendar()) {
            var calendar = InternetCalendar.of(List.of(event), clock.instant());
            files.add(new Letter.Attachment(
                    "event.ics", "text/calendar; charset=UTF-8", new ByteArrayResource(calendar.getBytes(UTF_8))));
        }
        return files;
    }
}
