package org.sistercities.web.event;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An event in a list; times are the venue's. */
public record EventItem(
        String id,
        String slug,
        String status,
        String kind,
        String title,
        Venue venue,
        String zone,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt) {

    /** Where guests go. */
    public record Venue(
            String name,
            String city,
            String countryCode,
            @Nullable String address) {}
}
