package org.sistercities.events.listing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Event;
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
        String title,
        Event.Status status,
        Venue venue,
        ZoneId zone,
        OffsetDateTime startsAt,
        @Nullable String hostCityId,
        List<Item> programme,
        List<Ticket> ticketTypes,
        List<Question> questions) {

    record Item(String title, OffsetDateTime startsAt) {
        static Item of(ProgrammeItem item, ZoneId zone) {
            return new Item(item.title(), local(item.startsAt(), zone));
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
            var from = type.sales().from();
            var until = type.sales().until();
            return new Sales(from == null ? null : local(from, zone), until == null ? null : local(until, zone));
        }
    }

    public static EventView of(Event event, Quotas quotas, Instant now) {
        var zone = event.zone();
        return new EventView(
                event.id(),
                event.slug(),
                event.title(),
                event.status(),
                event.venue(),
                zone,
                local(event.startsAt(), zone),
                event.hostCityId(),
                event.programme().stream().map(item -> Item.of(item, zone)).toList(),
                event.ticketTypes().stream()
                        .map(type -> Ticket.of(type, event, quotas, now))
                        .toList(),
                event.registrationRules().questions());
    }

    static OffsetDateTime local(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
