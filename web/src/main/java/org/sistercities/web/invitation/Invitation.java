package org.sistercities.web.invitation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.event.EventItem.Venue;

/** An invitation as whoever has its link sees it. */
record Invitation(
        String id,
        String slug,
        String title,
        Instant startsAt,
        String zone,
        Venue venue,
        String reply,
        @Nullable String name,
        String ticket,
        int plusOnes,
        Instant answerBy,
        List<String> guests) {

    /** Whether an answer is still wanted. */
    public boolean isOpen() {
        return reply.equals("AWAITED");
    }
}
