package org.sistercities.content.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event in few words; events-service has the rest. */
public record EventCard(
        String id,
        String slug,
        String title,
        Instant startsAt,
        @Nullable Instant endsAt,
        String zone,
        String venue) {}
