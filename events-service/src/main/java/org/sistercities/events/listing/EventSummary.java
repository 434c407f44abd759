package org.sistercities.events.listing;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Kind;
import org.sistercities.events.event.Venue;

/** An event in a list. */
record EventSummary(
        String id,
        String slug,
        Event.Status status,
        Kind kind,
        String title,
        Venue venue,
        ZoneId zone,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        @Nullable String hostCityId) {

    static EventSummary of(Event event) {
        return new EventSummary(
                event.id(),
                event.slug(),
                event.status(),
                event.plan().kind(),
                event.title(),
                event.plan().venue(),
                event.zone(),
                EventView.local(event.startsAt(), event.zone()),
                EventView.local(event.endsAt(), event.zone()),
                event.plan().hostCityId());
    }
}
