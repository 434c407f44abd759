package org.sistercities.events.planning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Billing;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Kind;
import org.sistercities.events.event.PartySize;
import org.sistercities.events.event.Plan;
import org.sistercities.events.event.Price;
import org.sistercities.events.event.ProgrammeItem;
import org.sistercities.events.event.Question;
import org.sistercities.events.event.RegistrationRules;
import org.sistercities.events.event.SalesWindow;
import org.sistercities.events.event.Schedule;
import org.sistercities.events.event.TicketType;
import org.sistercities.events.event.Venue;
import org.sistercities.events.registration.Quota;
import org.sistercities.events.registration.Quotas;

/**
 * What the events team says about an event: in a draft with its quotas and ticket types, which have ids of the team's choice, and
 * when editing it without them. A draft without an end lasts six hours, one without a kind is a gala; who edits says both.
 *
 * @param description as Markdown
 */
record DraftEvent(
        @NotNull @Size(max = 80) @Pattern(regexp = NAME, message = NAME_RULE)
        String slug,

        @NotBlank @Size(max = 200) String title,
        @NotNull(groups = Editing.class) Kind kind,
        @Nullable @Size(max = 20_000) String description,
        @Nullable @Size(max = 200) String dressCode,
        @NotNull @Valid Venue venue,
        @NotNull ZoneId zone,
        @NotNull LocalTimestamp startsAt,
        @NotNull(groups = Editing.class) LocalTimestamp endsAt,
        @Nullable @Size(min = 1, max = 200) String hostCityId,
        @Size(max = 50) List<@NotNull @Valid Item> programme,
        @Nullable @Valid Billing billing,

        @NotEmpty(groups = Drafting.class) @Size(max = 50) @Size(max = 0, groups = Editing.class, message = NOT_HERE)
        List<@NotNull @Valid Places> quotas,

        @NotEmpty(groups = Drafting.class) @Size(max = 100) @Size(max = 0, groups = Editing.class, message = NOT_HERE)
        List<@NotNull @Valid Ticket> ticketTypes,

        @Null(groups = Editing.class, message = NOT_HERE) @Valid
        Rules registration) {

    static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    static final String NAME_RULE = "must be lower-case letters, digits and single hyphens";
    private static final String NOT_HERE = "cannot be changed together with the plan";
    private static final Duration USUAL_LENGTH = Duration.ofHours(6);

    /** Bean validation's group for a new draft. */
    interface Drafting extends Default {}

    /** Bean validation's group for a change. */
    interface Editing extends Default {}

    DraftEvent { // what may be absent
        programme = Objects.requireNonNullElse(programme, List.of());
        quotas = Objects.requireNonNullElse(quotas, List.of());
        ticketTypes = Objects.requireNonNullElse(ticketTypes, List.of());
    }

    record Item(
            @NotBlank @Size(max = 200) String title,
            @NotNull LocalTimestamp startsAt,
            @Nullable LocalTimestamp endsAt,
            @Nullable @Size(min = 1, max = 200) String room) {

        ProgrammeItem in(ZoneId zone) {
            return new ProgrammeItem(title, startsAt.in(zone), LocalTimestamp.orNull(endsAt, zone), room);
        }
    }

    record Places(
            @NotNull @Size(max = 40) @Pattern(regexp = NAME, message = NAME_RULE)
            String id,

            @NotBlank @Size(max = 200) String name,
            @Min(1) @Max(1_000_000) int capacity) {}

    record Ticket(
            @NotNull @Size(max = 40) @Pattern(regexp = NAME, message = NAME_RULE)
            String id,

            @NotBlank @Size(max = 200) String name,
            @NotNull @Valid Price price,
            @NotEmpty @Size(max = 50) List<@NotNull String> quotas,
            @Nullable SalesWindow sales,
            @Nullable @Valid PartySize partySize,
            @Nullable @Size(max = 300) String audience,
            @Nullable Boolean byCode,
            @Nullable Boolean byApproval) {

        static Ticket of(TicketType type) {
            return new Ticket(
                    type.id(),
                    type.name(),
                    Price.of(type.price()),
                    type.quotas(),
                    type.sales(),
                    type.partySize(),
                    type.audience(),
                    type.byCode(),
                    type.byApproval());
        }

        TicketType ticketType() {
            return new TicketType(
                    id,
                    name,
                    price.money(),
                    quotas,
                    Objects.requireNonNullElse(sales, new SalesWindow(null, null)),
                    Objects.requireNonNullElse(partySize, new PartySize(1, 10)),
                    audience,
                    Boolean.TRUE.equals(byCode),
                    Boolean.TRUE.equals(byApproval));
        }
    }

    record Rules(
            @Nullable @Min(1) @Max(365) Integer invoiceDays,
            @Nullable Instant changesUntil,
            @Nullable @Size(max = 50) List<@NotNull @Valid Question> questions) {

        static Rules of(RegistrationRules rules) {
            return new Rules(rules.invoiceDays(), rules.changesUntil(), rules.questions());
        }

        static RegistrationRules orNone(@Nullable Rules stated) {
            return stated == null ? RegistrationRules.NONE : stated.rules();
        }

        private RegistrationRules rules() {
            return new RegistrationRules(invoiceDays, changesUntil, Objects.requireNonNullElse(questions, List.of()));
        }
    }

    Event event(String id) {
        return Event.draft(
                id, slug, plan(), ticketTypes.stream().map(Ticket::ticketType).toList(), Rules.orNone(registration));
    }

    /**
     * The plan, its times checked against the venue's zone.
     *
     * @throws LocalTimestamp.OffsetOfAnotherZone when a time has an offset the venue's zone does not have then
     */
    Plan plan() {
        return new Plan(
                Objects.requireNonNullElse(kind, Kind.GALA),
                title,
                Objects.requireNonNullElse(description, ""),
                Objects.requireNonNullElse(dressCode, ""),
                venue,
                schedule(),
                hostCityId,
                Objects.requireNonNullElse(billing, Billing.NOBODY));
    }

    private Schedule schedule() {
        var start = startsAt.in(zone);
        var end = endsAt == null ? start.plus(USUAL_LENGTH) : endsAt.in(zone);
        return new Schedule(
                zone, start, end, programme.stream().map(item -> item.in(zone)).toList());
    }

    Quotas quotas(String eventId) {
        return Quotas.of(
                eventId,
                quotas.stream()
                        .map(places -> new Quota(places.id(), places.name(), places.capacity(), 0))
                        .toList());
    }
}
