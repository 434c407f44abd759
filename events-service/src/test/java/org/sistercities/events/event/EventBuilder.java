package org.sistercities.events.event;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;

/** Events for specifications: a published gala on 16 January 2027, tickets added as needed. */
public final class EventBuilder {
    public static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    public static final Instant GALA_NIGHT = Instant.parse("2027-01-16T22:30:00Z");
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    public static final Currency USD = Currency.getInstance("USD");

    private final List<TicketType> ticketTypes = new ArrayList<>();
    private Plan plan = aPlan();
    private Event.Status status = Event.Status.PUBLISHED;
    private RegistrationRules rules = RegistrationRules.NONE;

    private EventBuilder() {}

    public static EventBuilder aGala() {
        return new EventBuilder();
    }

    /** A free ticket type for parties of 1 to 10, on sale until the gala begins. */
    public EventBuilder with(String ticketType, String... quotas) {
        return with(aTicketType(ticketType, quotas));
    }

    public EventBuilder with(TicketType type) {
        ticketTypes.add(type);
        return this;
    }

    public EventBuilder draft() {
        status = Event.Status.DRAFT;
        return this;
    }

    public EventBuilder says(UnaryOperator<Plan> saying) {
        plan = saying.apply(plan);
        return this;
    }

    public EventBuilder from(Instant startsAt, Instant endsAt, ProgrammeItem... programme) {
        return says(plan -> at(plan, new Schedule(plan.schedule().zone(), startsAt, endsAt, List.of(programme))));
    }

    public EventBuilder ruled(RegistrationRules registrationRules) {
        rules = registrationRules;
        return this;
    }

    public Event build() {
        return new Event("gala", "inaugural-gala-2027", plan, List.copyOf(ticketTypes), rules, status, null);
    }

    private static Plan aPlan() {
        return new Plan(
                Kind.GALA,
                "Inaugural Gala",
                "",
                "",
                new Venue("Hall of the Americas", "Washington, DC", "US", null, List.of("Ballroom", "VIP room")),
                new Schedule(
                        NEW_YORK,
                        GALA_NIGHT,
                        GALA_NIGHT.plus(Duration.ofHours(6)),
                        List.of(new ProgrammeItem("VIP reception", GALA_NIGHT, null, "VIP room"))),
                "gn4140963",
                Billing.NOBODY);
    }

    static Plan at(Plan plan, Schedule schedule) {
        return new Plan(
                plan.kind(),
                plan.title(),
                plan.description(),
                plan.dressCode(),
                plan.venue(),
                schedule,
                plan.hostCityId(),
                plan.billing());
    }

    public static Plan titled(Plan plan, String title) {
        return new Plan(
                plan.kind(),
                title,
                plan.description(),
                plan.dressCode(),
                plan.venue(),
                plan.schedule(),
                plan.hostCityId(),
                plan.billing());
    }

    public static TicketType aTicketType(String id, String... quotas) {
        return TicketType.open(id, id, usd("0"), List.of(quotas), new SalesWindow(null, null), new PartySize(1, 10));
    }

    public static TicketType byCode(TicketType type) {
        return new TicketType(
                type.id(),
                type.name(),
                type.price(),
                type.quotas(),
                type.sales(),
                type.partySize(),
                "Invited",
                true,
                false);
    }

    public static TicketType byApproval(TicketType type) {
        return new TicketType(
                type.id(),
                type.name(),
                type.price(),
                type.quotas(),
                type.sales(),
                type.partySize(),
                "Press",
                false,
                true);
    }

    static TicketType priced(TicketType type, Money price) {
        return TicketType.open(type.id(), type.name(), price, type.quotas(), type.sales(), type.partySize());
    }

    public static TicketType priced(String id, String price, String quota) {
        return priced(aTicketType(id, quota), usd(price));
    }

    static TicketType onSale(TicketType type, Instant from, Instant until) {
        return TicketType.open(
                type.id(), type.name(), type.price(), type.quotas(), new SalesWindow(from, until), type.partySize());
    }

    static TicketType parties(TicketType type, int min, int max) {
        return TicketType.open(
                type.id(), type.name(), type.price(), type.quotas(), type.sales(), new PartySize(min, max));
    }

    public static Money usd(String amount) {
        return new Money(new BigDecimal(amount), USD);
    }
}
