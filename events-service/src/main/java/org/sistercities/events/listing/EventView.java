package org.sistercities.events.listing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Billing;
import org.sistercities.events.event.Cancellation;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Kind;
import org.sistercities.events.event.PartySize;
import org.sistercities.events.event.Price;
import org.sistercities.events.event.ProgrammeItem;
import org.sistercities.events.event.Question;
import org.sistercities.events.event.TicketType;
import org.sistercities.events.event.Venue;
import org.sistercities.events.registration.Quotas;

/** An event's page: all times in the venue's zone, and of each ticket type how many can still be had. */
public record EventView(
        String id,
        String slug,
        Event.Status status,
        @Nullable Cancelled cancelled,
        Kind kind,
        String title,
        String description,
        String dressCode,
        Venue venue,
        ZoneId zone,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        @Nullable String hostCityId,
        List<Item> programme,
        Billing billing,
        List<Ticket> ticketTypes,
        List<Question> questions) {

    record Item(
            String title,
            OffsetDateTime startsAt,
            @Nullable OffsetDateTime endsAt,
            @Nullable String room) {
        static Item of(ProgrammeItem item, ZoneId zone) {
            return new Item(item.title(), local(item.startsAt(), zone), localOrNull(item.endsAt(), zone), item.room());
        }
    }

    record Cancelled(String reason, OffsetDateTime at) {
        static @Nullable Cancelled of(@Nullable Cancellation cancellation, ZoneId zone) {
            return cancellation == null ? null : new Cancelled(cancellation.reason(), local(cancellation.at(), zone));
        }
    }

    record Ticket(
            String id,
            String name,
            Price price,
            PartySize partySize,
            Sales sales,
            @Nullable String audience,
            boolean byCode,
            boolean byApproval,
            boolean onSale,
            int left) {
        static Ticket of(TicketType type, Event event, Quotas quotas, Instant now) {
            return new Ticket(
                    type.id(),
                    type.name(),
                    Price.of(type.price()),
                    type.partySize(),
                    Sales.of(type, event.zone()),
                    type.audience(),
                    type.byCode(),
                    type.byApproval(),
                    event.isOnSale(type, now),
                    quotas.left(type.quotas(), now));
        }
    }

    record Sales(@Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {
        static Sales of(TicketType type, ZoneId zone) {
            return new Sales(
                    localOrNull(type.sales().from(), zone),
                    localOrNull(type.sales().until(), zone));
        }
    }

    public static EventView of(Event event, Quotas quotas, Instant now) {
        var zone = event.zone();
        var plan = event.plan();
        return new EventView(
                event.id(),
                event.slug(),
                event.status(),
                Cancelled.of(event.cancellation(), zone),
                plan.kind(),
                plan.title(),
                plan.description(),
                plan.dressCode(),
                plan.venue(),
                zone,
                local(event.startsAt(), zone),
                local(event.endsAt(), zone),
                plan.hostCityId(),
                plan.schedule().programme().stream()
                        .map(item -> Item.of(item, zone))
                        .toList(),
                plan.billing(),
                event.ticketTypes().stream()
                        .map(type -> Ticket.of(type, event, quotas, now))
                        .toList(),
                event.registrationRules().questions());
    }

    static OffsetDateTime local(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    private static @Nullable OffsetDateTime localOrNull(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : local(instant, zone);
    }
}
