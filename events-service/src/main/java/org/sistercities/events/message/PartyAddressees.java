package org.sistercities.events.message;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Events;
import org.sistercities.events.event.TicketType;
import org.sistercities.events.registration.KnownParty;
import org.sistercities.events.registration.Registrations;
import org.springframework.stereotype.Component;

/** Messages to whoever speaks for a registered party. */
@Component
class PartyAddressees implements Addressees {
    private final Registrations registrations;
    private final Events events;

    PartyAddressees(Registrations registrations, Events events) {
        this.registrations = registrations;
        this.events = events;
    }

    @Override
    public Set<Kind> kinds() {
        return EnumSet.of(Kind.CONFIRMATION, Kind.REMINDER, Kind.EVENT_CHANGED, Kind.EVENT_CANCELLED);
    }

    @Override
    public Optional<Addressee> find(String registrationId) {
        return registrations
                .party(registrationId)
                .flatMap(party -> events.find(party.eventId()).map(event -> of(party, event.state())));
    }

    private static Addressee of(KnownParty party, Event event) {
        var contact = party.contact();
        return new Addressee(contact.name(), contact.email(), expects(party), facts(party, event), party);
    }

    private static Set<Kind> expects(KnownParty party) {
        return switch (party.right()) {
            case TO_ENTER -> EnumSet.of(Kind.CONFIRMATION, Kind.REMINDER, Kind.EVENT_CHANGED, Kind.EVENT_CANCELLED);
            case AFTER_PAYMENT -> EnumSet.of(Kind.EVENT_CHANGED, Kind.EVENT_CANCELLED);
            case WITHDRAWN -> Set.of();
        };
    }

    private static Map<Fact, String> facts(KnownParty party, Event event) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var guest : party.guests()) counts.merge(guest.ticketType(), 1, Integer::sum);
        var facts = new EnumMap<Fact, String>(Fact.class);
        facts.put(Fact.NUMBER, party.registrationId());
        facts.put(
                Fact.TICKETS,
                counts.entrySet().stream()
                        .map(count -> count.getValue() + " × " + nameOf(event, count.getKey()))
                        .collect(Collectors.joining("\n")));
        facts.put(
                Fact.GUESTS,
                party.guests().stream()
                        .map(guest -> Objects.requireNonNullElse(guest.name(), "Guest " + guest.number()))
                        .collect(Collectors.joining("\n")));
        return facts;
    }

    private static String nameOf(Event event, String ticketType) {
        return event.ticketType(ticketType).map(TicketType::name).orElse(ticketType);
    }
}
