package org.sistercities.events.event;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.Change;

/**
 * A gala, reception, signing ceremony or conference. How many places there are and how many are taken stands in the event's
 * quotas, an aggregate of their own, so that a rush on the tickets never touches this one.
 *
 * @param registrationRules what holds for parties beside the ticket types
 * @param cancellation once it is cancelled
 */
public record Event(
        String id,
        String slug,
        Plan plan,
        List<TicketType> ticketTypes,
        RegistrationRules registrationRules,
        Status status,
        @Nullable Cancellation cancellation) {
    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm z", Locale.ENGLISH);

    /** Only a published event takes registrations; visitors see all but drafts. */
    public enum Status {
        DRAFT,
        PUBLISHED,
        CONCLUDED,
        CANCELLED
    }

    public static Event draft(
            String id, String slug, Plan plan, List<TicketType> ticketTypes, RegistrationRules rules) {
        return new Event(id, slug, plan, ticketTypes, rules, Status.DRAFT, null);
    }

    /**
     * The draft of an event, if its plan and its ticket types make sense.
     *
     * @param quotas ids of the event's quotas
     * @throws TicketRules.NamedTwice when two ticket types have the same id
     * @throws TicketRules.UnknownQuota when a ticket type draws from a quota the event does not have
     * @throws TicketRules.NeverOnSale when nobody could ever have a ticket of some type
     * @throws TicketRules.MixedCurrencies when prices could not be added up
     */
    public Change<Event> drafted(Collection<String> quotas) {
        plan.check();
        TicketRules.check(ticketTypes, quotas, registrationRules.questions());
        return Change.of(this);
    }

    /** The same event once more, at the same times of the clock on the wall from another start on; sales windows move along. */
    public Event copy(String newId, String newSlug, Instant startsAt) {
        var wallClock = WallClock.between(startsAt(), startsAt, zone());
        var moved = ticketTypes.stream()
                .map(type -> type.on(type.sales().shifted(wallClock)))
                .toList();
        return draft(newId, newSlug, plan.shifted(wallClock), moved, registrationRules.shifted(wallClock));
    }

    /**
     * Says something else about the event. Of a published one the slug stays, and the start can only be moved ahead of time; once
     * it has begun, the start stays, too.
     *
     * @throws LifeCycle.EventIsClosed when it is concluded or cancelled
     * @throws LifeCycle.SlugIsPublished when it is published under another slug
     * @throws LifeCycle.EventHasBegun when it has begun and would be moved
     * @throws LifeCycle.StartsInThePast when it is published and would be moved to the past
     */
    public Change<Event> edit(String newSlug, Plan next, Instant now) {
        mustBeOpen();
        next.check();
        var edited = new Event(id, newSlug, next, ticketTypes, registrationRules, status, null);
        if (edited.equals(this)) return Change.none(this);
        if (status == Status.DRAFT) return Change.of(edited);
        if (!newSlug.equals(slug)) throw new LifeCycle.SlugIsPublished(slug);
        if (!edited.startsAt().equals(startsAt())) mustBeMovable(edited.startsAt(), now);
        return Change.of(edited, Announced.changed(edited, now));
    }

    /**
     * Offers other tickets, or the same on other terms. What parties have stays as it was sold to them, so a ticket type
     * visitors have seen stays, too: its sale can be ended.
     *
     * @param quotas ids of the event's quotas
     * @throws LifeCycle.EventIsClosed when it is concluded or cancelled
     * @throws TicketRules.TicketTypeStays when a published event would lack one it has
     * @throws TicketRules.CurrencyStays when a published event would be paid in another currency
     */
    public Change<Event> offer(List<TicketType> types, RegistrationRules rules, Collection<String> quotas) {
        mustBeOpen();
        TicketRules.check(types, quotas, rules.questions());
        if (status != Status.DRAFT) TicketRules.checkChange(ticketTypes, types);
        var offering = new Event(id, slug, plan, List.copyOf(types), rules, status, null);
        return offering.equals(this) ? Change.none(this) : Change.of(offering);
    }

    /**
     * Shows the event to visitors.
     *
     * @throws LifeCycle.EndsInThePast when it would be over by then
     */
    public Change<Event> publish(Instant now) {
        if (status == Status.PUBLISHED) return Change.none(this); // asked again: same answer
        mustBeOpen();
        if (isOver(now)) throw new LifeCycle.EndsInThePast(endsAt());
        return Change.of(with(Status.PUBLISHED, null), Announced.published(this, now));
    }

    /**
     * Closes the books on an event that has taken place.
     *
     * @throws LifeCycle.NotOverYet when it has not ended
     */
    public Change<Event> conclude(Instant now) {
        if (status == Status.CONCLUDED) return Change.none(this);
        mustBePublished();
        if (!isOver(now)) throw new LifeCycle.NotOverYet(endsAt());
        return Change.of(with(Status.CONCLUDED, null), Announced.concluded(this, now));
    }

    /** Calls the event off: nobody can register any more, and nobody is admitted. Asked again, the first reason stays. */
    public Change<Event> cancel(String reason, Instant now) {
        if (status == Status.CANCELLED) return Change.none(this);
        mustBePublished();
        var cancelled = with(Status.CANCELLED, new Cancellation(reason, now));
        return Change.of(cancelled, Announced.cancelled(this, reason, now));
    }

    /** Whether it is to take place, as visitors know. */
    public boolean isPublished() {
        return status == Status.PUBLISHED;
    }

    /** Whether visitors may see it. */
    public boolean isPublic() {
        return status != Status.DRAFT;
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt());
    }

    public String title() {
        return plan.title();
    }

    public ZoneId zone() {
        return plan.schedule().zone();
    }

    public Instant startsAt() {
        return plan.schedule().startsAt();
    }

    public Instant endsAt() {
        return plan.schedule().endsAt();
    }

    public boolean isOnSale(TicketType type, Instant now) {
        return status == Status.PUBLISHED
                && now.isBefore(startsAt())
                && type.sales().isOpen(now);
    }

    /** A time as guests read it, in the venue's zone. */
    public String inWords(Instant time) {
        return IN_WORDS.format(time.atZone(zone()));
    }

    /** The ticket type with this id. */
    public Optional<TicketType> ticketType(String ticketTypeId) {
        return ticketTypes.stream()
                .filter(type -> type.id().equals(ticketTypeId))
                .findFirst();
    }

    /** What guests know a ticket type as; its id when there is none any more. */
    public String ticketTypeName(String ticketTypeId) {
        return ticketType(ticketTypeId).map(TicketType::name).orElse(ticketTypeId);
    }

    /**
     * What these tickets come to, if a party may have them now; whether places are left is for the quotas to say.
     *
     * @throws LifeCycle.EventIsCancelled when the event does not take place
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
        if (cancellation != null) throw new LifeCycle.EventIsCancelled(cancellation);
        int places = 0;
        var draws = new LinkedHashMap<String, Integer>();
        var total = Money.zero(ticketTypes.getFirst().price().currency());
        var lines = new ArrayList<Claim.Line>();
        Set<String> seen = new HashSet<>();
        for (var tickets : wanted) {
            var type = admitting(tickets, had, now);
            if (type.byCode() && (code == null || !code.opens(type))) throw new Code.CodeNeeded(type);
            if (!seen.add(type.id())) throw new TicketRules.NamedTwice(type.id());
            places += tickets.count();
            var line = type.line(tickets.count(), code);
            lines.add(line);
            total = total.plus(line.amount());
            for (var quota : type.quotas()) draws.merge(quota, tickets.count(), Integer::sum);
        }
        if (code != null) draws.putAll(uses(code, seen));
        return new Claim(places, draws, List.copyOf(lines), total);
    }

    /**
     * What tickets come to for those the host invites: they cost nothing, and no sales window, code, approval or size of a party
     * stands in their way.
     *
     * @throws LifeCycle.NotPublishedYet when nobody can see the event yet
     * @throws LifeCycle.EventHasBegun when it is too late
     */
    public Claim claimForInvited(Tickets tickets, Instant now) {
        if (cancellation != null) throw new LifeCycle.EventIsCancelled(cancellation);
        mustBePublished();
        if (!now.isBefore(startsAt())) throw new LifeCycle.EventHasBegun(startsAt());
        var type = ticketType(tickets.ticketType())
                .orElseThrow(() -> new UnknownTicketType(tickets.ticketType(), ticketTypes));
        var draws = new LinkedHashMap<String, Integer>();
        type.quotas().forEach(quota -> draws.put(quota, tickets.count()));
        return new Claim(
                tickets.count(), draws, List.of(), Money.zero(type.price().currency()));
    }

    /** Until when parties change their registration themselves. */
    public Instant changesUntil() {
        var until = registrationRules.changesUntil();
        return until != null && until.isBefore(startsAt()) ? until : startsAt();
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
        if (!keeps && !isOnSale(type, now)) throw new NotOnSale(type, startsAt());
        if (!type.partySize().admits(tickets.count())) throw new PartySizeRefused(type, tickets.count());
        return type;
    }

    private void mustBeOpen() {
        if (status == Status.CONCLUDED || status == Status.CANCELLED) throw new LifeCycle.EventIsClosed(status);
    }

    private void mustBePublished() {
        mustBeOpen();
        if (status == Status.DRAFT) throw new LifeCycle.NotPublishedYet();
    }

    private void mustBeMovable(Instant to, Instant now) {
        if (!now.isBefore(startsAt())) throw new LifeCycle.EventHasBegun(startsAt());
        if (!now.isBefore(to)) throw new LifeCycle.StartsInThePast(to);
    }

    private Event with(Status next, @Nullable Cancellation cancelled) {
        return new Event(id, slug, plan, ticketTypes, registrationRules, next, cancelled);
    }
}
