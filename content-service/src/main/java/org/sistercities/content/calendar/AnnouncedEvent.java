package org.sistercities.content.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.mirror.Dated;
import org.sistercities.platform.aggregate.Change;

/**
 * An event as visitors may know it.
 *
 * @param endsAt null until it was told
 * @param zone the venue's
 * @param isOn false once it is called off or over
 * @param told when events-service said so; of two words the later one counts, in whatever order they come
 */
record AnnouncedEvent(
        String eventId,
        String slug,
        String title,
        Instant startsAt,
        @Nullable Instant endsAt,
        String zone,
        String venue,
        boolean isOn,
        Instant told,
        String changed)
        implements Dated {

    Change<AnnouncedEvent> told(AnnouncedEvent later) {
        return told.isBefore(later.told) ? Change.of(later) : Change.none(this);
    }
}
