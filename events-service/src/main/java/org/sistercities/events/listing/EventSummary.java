package org.sistercities.events.listing;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Venue;

/** An event in a list. */
record EventSummary(String id, String slug, String title, Venue venue, ZoneId zone, OffsetDateTime startsAt) {

    static EventSummary of(Event event) {
        return new EventSummary(
                event.id(),
                event.slug(),
                event.title(),
                event.venue(),
                event.zone(),
                EventView.local(event.startsAt(), event.zone()));
    }
}
