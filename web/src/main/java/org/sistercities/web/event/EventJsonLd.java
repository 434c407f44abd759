package org.sistercities.web.event;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.event.EventPage.Credit;
import org.sistercities.web.event.EventPage.Ticket;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An event for machines, in schema.org's words: what stands on its page, and no more. */
final class EventJsonLd {
    private static final String SCHEMA = "https://schema.org/";

    private EventJsonLd() {}

    /**
     * Safe to stand in a page: no tag can end in it.
     *
     * @param url the event's page
     */
    static String of(EventPage event, String url) {
        var node = typed("Event").put("@context", SCHEMA).put("name", event.title());
        put(node, "description", event.description());
        put(node, "startDate", time(event.startsAt()));
        put(node, "endDate", time(event.endsAt()));
        node.put("url", url);
        node.put("eventStatus", SCHEMA + (event.cancelled() == null ? "EventScheduled" : "EventCancelled"));
        node.put("eventAttendanceMode", SCHEMA + "OfflineEventAttendanceMode");
        node.set("location", place(event));
        for (var host : event.billing().hosts()) node.withArray("organizer").add(credit(host));
        for (var sponsor : event.billing().coSponsors())
            node.withArray("sponsor").add(typed("Organization").put("name", sponsor.name()));
        for (var ticket : event.ticketTypes())
            if (!ticket.byCode()) node.withArray("offers").add(offer(ticket, url));
        return node.toString().replace("<", "\\u003c");
    }

    private static ObjectNode place(EventPage event) {
        var venue = event.venue();
        var address =
                typed("PostalAddress").put("addressLocality", venue.city()).put("addressCountry", venue.countryCode());
        put(address, "streetAddress", venue.address());
        var place = typed("Place").put("name", venue.name());
        place.set("address", address);
        return place;
    }

    /** Whoever has a title or belongs somewhere is a person; other hosts are organisations. */
    private static ObjectNode credit(Credit host) {
        boolean isPerson = host.title() != null || host.organisation() != null;
        return typed(isPerson ? "Person" : "Organization").put("name", host.name());
    }

    private static ObjectNode offer(Ticket ticket, String url) {
        var offer = typed("Offer")
                .put("name", ticket.name())
                .put("price", ticket.price().amount())
                .put("priceCurrency", ticket.price().currency())
                .put("url", url);
        if (ticket.onSale()) offer.put("availability", SCHEMA + (ticket.left() > 0 ? "InStock" : "SoldOut"));
        put(offer, "validFrom", time(ticket.sales().from()));
        put(offer, "validThrough", time(ticket.sales().until()));
        return offer;
    }

    private static ObjectNode typed(String type) {
        return JsonNodeFactory.instance.objectNode().put("@type", type);
    }

    private static @Nullable String time(@Nullable OffsetDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) node.put(name, value);
    }
}
