package org.sistercities.events.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.EventsDomainEvent.EventPublished;
import org.sistercities.platform.aggregate.Change;

/**
 * A gala, reception, signing ceremony or conference. How many places there are and how many are taken stands in the event's
 * quotas, an aggregate of their own, so that a rush on the tickets never touches this one.
 *
 * @param zone of the venue; all times are shown in it
 * @param registrationRules what holds for parties beside the ticket types
 * @param hostCityId the city on whose page it is shown, as city-service knows it; null when the network itself is the host
 */
public record Event(
        String id,
        String slug,
        String title,
        Venue venue,
        ZoneId zone,
        Instant startsAt,
        @Nullable String hostCityId,
        List<ProgrammeItem> programme,
        List<TicketType> ticketTypes,
        RegistrationRules registrationRules,
        Status status) {

    /** Only a published event is seen by visitors and takes registrations. */
    public enum Status {
        DRAFT,
        PUBLISHED
    }

    /**
     * The draft of an event, if its ticket types make sense.
     *
     * @param quotas ids of the event's quotas
     * @throws TicketRules.NamedTwice when two ticket types have the same id
     * @throws TicketRules.UnknownQuota when a ticket type draws from a quota the event does not have
     * @throws TicketRules.NeverOnSale when nobody could ever have a ticket of some type
     * @throws TicketRules.MixedCurrencies when prices could not be added up
     */
    public Change<Event> drafted(Collection<String> quotas) {
        TicketRules.check(ticketTypes, quotas, registrationRules.questions());
        return Change.of(this);
    }

    /** Shows the event to visitors. */
    public Change<Event> publish(Instant now) {
        if (isPublished()) return Change.none(this); // asked again: same answer
        return Change.of(
                with(Status.PUBLISHED),
                new EventPublished(id, slug, title, startsAt, zone.getId(), venue.name(), hostCityId, now));
    }

    public boolean isPublished() {
        return status == Status.PUBLISHED;
    }

    public boolean isOnSale(TicketType type, Instant now) {
        return isPublished() && now.isBefore(startsAt) && type.sales().isOpen(now);
    }

    /** The ticket type with this id. */
    public Optional<TicketType> ticketType(String ticketTypeId) {
        return ticketTypes.stream()
                .filter(type -> type.id().equals(ticketTypeId))
                .findFirst();
    }

    /**
     * What these tickets come to, if a party may have them now; whether places are left is for the quotas to say.
     *
     * @param code what the party has to show; null when nothing
     * @throws UnknownTicketType when the event has no such ticket type
     * @throws NotOnSale when the event or one of the ticket types is not on sale
     * @throws PartySizeRefused when it is too many or too few of a type for one party
     * @throws TicketRules.NamedTwice when a ticket type is listed more than once
     * @throws Code.UnknownCode when the code is revoked
     * @throws Code.CodeForOtherTickets when it is good for none of these
     * @throws Code.CodeNeeded when a ticket type is not had without one
     */
    public Claim claim(List<Tickets> wanted, @Nullable Code code, Instant now) {
        return claim(wanted, List.of(), code, now);
    }

    /**
     * The same for a party that has tickets already: those it keeps need not be on sale.
     *
     * @param had what it has
     */
    public Claim claim(List<Tickets> wanted, List<Tickets> had, @Nullable Code code, Instant now) {
        int places = 0;
        var draws = new LinkedHashMap<String, Integer>();
        var total = Money.zero(ticketTypes.getFirst().price().currency());
        Set<String> seen = new HashSet<>();
        for (var tickets : wanted) {
            var type = admitting(tickets, had, now);
            if (type.byCode() && (code == null || !code.opens(type))) throw new Code.CodeNeeded(type);
            if (!seen.add(type.id())) throw new TicketRules.NamedTwice(type.id());
            places += tickets.count();
            int count = tickets.count();
            total = total.plus(code == null ? type.price().times(count) : code.price(type, count));
            for (var quota : type.quotas()) draws.merge(quota, tickets.count(), Integer::sum);
        }
        if (code != null) draws.putAll(uses(code, seen));
        return new Claim(places, draws, total);
    }

    /** Until when parties change their registration themselves. */
    public Instant changesUntil() {
        var until = registrationRules.changesUntil();
        return until != null && until.isBefore(startsAt) ? until : startsAt;
    }

    private Map<String, Integer> uses(Code code, Set<String> ticketTypeIds) {
        if (code.revoked()) throw new Code.UnknownCode(code.code());
        if (ticketTypes.stream().noneMatch(type -> ticketTypeIds.contains(type.id()) && code.isFor(type)))
            throw new Code.CodeForOtherTickets(code);
        return code.uses() == null ? Map.of() : Map.of(Code.quota(code.code()), 1);
    }

    private TicketType admitting(Tickets tickets, List<Tickets> had, Instant now) {
        var type = ticketType(tickets.ticketType())
                .orElseThrow(() -> new UnknownTicketType(tickets.ticketType(), ticketTypes));
        boolean keeps =
                had.stream().anyMatch(some -> some.ticketType().equals(type.id()) && some.count() >= tickets.count());
        if (!keeps && !isOnSale(type, now)) throw new NotOnSale(type, startsAt);
        if (!type.partySize().admits(tickets.count())) throw new PartySizeRefused(type, tickets.count());
        return type;
    }

    private Event with(Status next) {
        return new Event(
                id, slug, title, venue, zone, startsAt, hostCityId, programme, ticketTypes, registrationRules, next);
    }
}
