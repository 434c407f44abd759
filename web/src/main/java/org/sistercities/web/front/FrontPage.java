package org.sistercities.web.front;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.campaign.Campaign;
import org.sistercities.web.story.StoryItem;

/** What editors have put on the front page. */
record FrontPage(List<Slot> slots) {

    /** A place and what is in it. */
    record Slot(
            String kind,
            @Nullable String heading,
            @Nullable String text,
            List<StoryItem> stories,
            @Nullable Campaign campaign) {}

    /** The story of the day, then the others. */
    List<StoryItem> stories() {
        return Stream.of("HERO", "FEATURES")
                .flatMap(kind -> slots.stream().filter(slot -> slot.kind().equals(kind)))
                .flatMap(slot -> slot.stories().stream())
                .toList();
    }

    Optional<Slot> campaign() {
        return first("CAMPAIGN", slot -> slot.campaign() != null);
    }

    Optional<Slot> mission() {
        return first("MISSION", slot -> slot.text() != null);
    }

    private Optional<Slot> first(String kind, Predicate<Slot> complete) {
        return slots.stream()
                .filter(slot -> slot.kind().equals(kind) && complete.test(slot))
                .findFirst();
    }
}
