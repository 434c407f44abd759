package org.sistercities.events.message;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sistercities.events.event.Event;
import org.sistercities.events.party.Contact;
import org.sistercities.events.party.Reply;
import org.sistercities.events.party.Status;
import org.sistercities.events.registering.Links;
import org.sistercities.events.registration.KnownParty;
import org.sistercities.events.registration.Registrations;
import org.springframework.stereotype.Component;

/** Messages to whoever speaks for a registered party. */
@Component
class Addressees {
    private static final Set<Kind> AWAITING_AN_ANSWER =
            EnumSet.of(Kind.INVITATION, Kind.INVITATION_REMINDER, Kind.EVENT_CHANGED, Kind.EVENT_CANCELLED);

    private final Registrations registrations;
    private final Links links;
    private final MailProperties properties;

    Addressees(Registrations registrations, Links links, MailProperties properties) {
        this.registrations = registrations;
        this.links = links;
        this.properties = properties;
    }

    /** Whom a message about an event goes to; empty when they are not known any more, or nobody speaks for the party yet. */
    Optional<Addressee> find(String registrationId, Event event) {
        return registrations
                .party(registrationId)
                .flatMap(party -> Optional.ofNullable(party.contact())
                        .map(contact -> new Addressee(
                                contact.name(), contact.email(), expects(party), facts(party, event), party)));
    }

    /** Where it goes. */
    Optional<String> email(String registrationId) {
        return registrations.party(registrationId).map(KnownParty::contact).map(Contact::email);
    }

    /** What is true for a party in its present status. */
    static Set<Kind> expects(KnownParty party) {
        var kinds = switch (Status.valueOf(party.status())) {
            case CONFIRMED ->
                EnumSet.of(Kind.CONFIRMATION, Kind.CHANGE, Kind.REMINDER, Kind.EVENT_CHANGED, Kind.EVENT_CANCELLED);
            case OFFERED -> EnumSet.of(Kind.OFFER, Kind.CHANGE, Kind.EVENT_CHANGED, Kind.EVENT_CANCELLED);
            case AWAITING_PAYMENT ->
                EnumSet.of(Kind.INVOICE, Kind.PAYMENT_REMINDER, Kind.CHANGE, Kind.EVENT_CHANGED, Kind.EVENT_CANCELLED);
            case WAITLISTED, AWAITING_APPROVAL -> EnumSet.of(Kind.CHANGE, Kind.EVENT_CHANGED, Kind.EVENT_CANCELLED);
            case CANCELLED ->
                EnumSet.of(party.calledOff() ? Kind.EVENT_CANCELLED : farewell(party), Kind.PAYMENT_TOO_LATE);
            case EXPIRED -> EnumSet.of(Kind.OVERDUE, Kind.PAYMENT_TOO_LATE); // only written to who had to pay
            case HELD -> party.invited() == null ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(AWAITING_AN_ANSWER);
            case REJECTED -> EnumSet.noneOf(Kind.class);
        };
        kinds.add(Kind.REFUND);
        return kinds;
    }

    private static Kind farewell(KnownParty party) {
        if (party.invited() == null) return Kind.CANCELLATION;
        return party.reply() == Reply.REGRETTED ? Kind.REGRET : Kind.INVITATION_WITHDRAWN;
    }

    private Map<Fact, String> facts(KnownParty party, Event event) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var guest : party.guests()) counts.merge(guest.ticketType(), 1, Integer::sum);
        var id = party.registrationId();
        var facts = new EnumMap<Fact, String>(Fact.class);
        facts.put(Fact.NUMBER, id);
        facts.put(Fact.LINK, page(party).replace("{token}", links.token(id)));
        if (!party.total().isZero()) facts.put(Fact.TOTAL, party.total().toString());
        if (party.until() != null) facts.put(Fact.UNTIL, event.inWords(party.until()));
        facts.put(
                Fact.TICKETS,
                counts.entrySet().stream()
                        .map(count -> count.getValue() + " × " + event.ticketTypeName(count.getKey()))
                        .collect(Collectors.joining("\n")));
        facts.put(
                Fact.GUESTS,
                party.guests().stream().map(KnownParty.Guest::title).collect(Collectors.joining("\n")));
        return facts;
    }

    private String page(KnownParty party) {
        return party.invited() == null
                ? properties.registrationPage().replace("{registration}", party.registrationId())
                : properties.invitationPage().replace("{invitation}", party.registrationId());
    }
}
