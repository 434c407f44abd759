package org.sistercities.content.frontpage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.calendar.EventCard;
import org.sistercities.content.campaign.CampaignBlock;
import org.sistercities.content.image.Picture;
import org.sistercities.content.reading.StoryItem;

/**
 * The front page with all that is on it.
 *
 * @param since when it took over; absent in a preview
 */
record FrontPage(String edition, @Nullable Instant since, List<Filled> slots) {

    /** A slot and what is in it now. */
    record Filled(
            Slot.Kind kind,
            @Nullable String heading,
            @Nullable String text,
            List<StoryItem> stories,
            @Nullable CampaignBlock campaign,
            List<EventCard> events,
            @Nullable Picture picture,
            Slot.@Nullable Link link) {}
}
