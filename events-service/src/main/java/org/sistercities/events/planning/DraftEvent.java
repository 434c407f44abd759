package org.sistercities.events.planning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.PartySize;
import org.sistercities.events.event.Price;
import org.sistercities.events.event.ProgrammeItem;
import org.sistercities.events.event.Question;
import org.sistercities.events.event.RegistrationRules;
import org.sistercities.events.event.SalesWindow;
import org.sistercities.events.event.TicketType;
import org.sistercities.events.event.Venue;
import org.sistercities.events.registration.Quota;
import org.sistercities.events.registration.Quotas;

/** The events team drafts an event. Times carry an offset; quotas and ticket types have ids of the team's choice. */
record DraftEvent(
        @NotNull @Size(max = 80) @Pattern(regexp = NAME, message = NAME_RULE)
        String slug,

        @NotBlank @Size(max = 200) String title,
        @NotNull @Valid Venue venue,
        @NotNull ZoneId zone,
        @NotNull Instant startsAt,
        @Nullable @Size(min = 1, max = 200) String hostCityId,
        @Size(max = 50) List<@NotNull @Valid Item> programme,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Places> quotas,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Ticket> ticketTypes,
        @Nullable @Valid Rules registration) {

    static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    static final String NAME_RULE = "must be lower-case letters, digits and single hyphens";

    DraftEvent {
        programme = Objects.requireNonNullElse(programme, List.of()); // may be absent
    }

    record Item(
            @NotBlank @Size(max = 200) String title,
            @NotNull Instant startsAt) {}

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

        RegistrationRules rules() {
            return new RegistrationRules(invoiceDays, changesUntil, Objects.requireNonNullElse(questions, List.of()));
        }
    }

    Event event(String id) {
        return new Event(
                id,
                slug,
                title,
                venue,
                zone,
                startsAt,
                hostCityId,
                programme.stream()
                        .map(item -> new ProgrammeItem(item.title(), item.startsAt()))
                        .toList(),
                ticketTypes.stream().map(Ticket::ticketType).toList(),
                registration == null ? RegistrationRules.NONE : registration.rules(),
                Event.Status.DRAFT);
    }

    Quotas quotas(String eventId) {
        return Quotas.of(
                eventId,
                quotas.stream()
                        .map(places -> new Quota(places.id(), places.name(), places.capacity(), 0))
                        .toList());
    }
}
