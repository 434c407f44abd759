package org.sistercities.content.frontpage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.calendar.ComingEvents;
import org.sistercities.content.calendar.EventCard;
import org.sistercities.content.campaign.Campaign;
import org.sistercities.content.campaign.CampaignBlock;
import org.sistercities.content.campaign.Campaigns;
import org.sistercities.content.image.Gallery;
import org.sistercities.content.image.Picture;
import org.sistercities.content.reading.Reading;
import org.sistercities.content.reading.Teaser;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.stereotype.Component;

/** Finds what belongs into the slots of an edition, in memory. */
@Component
class Composition {
    private static final int NEWEST = 100; // more than all slots together can show

    private final Reading reading;
    private final Campaigns campaigns;
    private final ComingEvents calendar;
    private final Gallery gallery;

    Composition(Reading reading, Campaigns campaigns, ComingEvents calendar, Gallery gallery) {
        this.reading = reading;
        this.campaigns = campaigns;
        this.calendar = calendar;
        this.gallery = gallery;
    }

    /** A slot with what is to be shown in it. */
    record Chosen(Slot slot, List<Teaser> stories, List<EventCard> events) {}

    /** For each slot its stories and events. No story is on the page twice because it is new. */
    List<Chosen> of(Edition edition) {
        var shown = new HashSet<String>();
        edition.slots().forEach(slot -> shown.addAll(slot.storyIds()));
        return edition.slots().stream().map(slot -> chosen(slot, shown)).toList();
    }

    private Chosen chosen(Slot slot, Set<String> shown) {
        if (slot.kind() == Slot.Kind.EVENTS) return new Chosen(slot, List.of(), calendar.next(slot.fill()));
        var stories = new ArrayList<>(slot.storyIds().stream()
                .flatMap(id -> reading.published(id).stream())
                .toList());
        if (stories.size() < slot.fill())
            reading.newest(NEWEST).stream()
                    .filter(story -> !shown.contains(story.id()))
                    .limit(slot.fill() - stories.size())
                    .forEach(stories::add);
        stories.forEach(story -> shown.add(story.id()));
        return new Chosen(slot, stories, List.of());
    }

    /** Changes with all that the page shows. */
    String state(Stored<Edition> edition, List<Chosen> slots) {
        var state = new StringBuilder(edition.id()).append(' ').append(edition.revision());
        for (var chosen : slots) {
            state.append('\n').append(campaigns.stamp(chosen.slot().campaignId()));
            if (chosen.slot().image() != null)
                state.append(gallery.revision(chosen.slot().image()));
            chosen.stories().forEach(story -> state.append('\n').append(reading.stamp(story)));
            chosen.events().forEach(event -> state.append('\n').append(event));
        }
        return state.toString();
    }

    FrontPage page(Stored<Edition> edition, List<Chosen> slots) {
        return new FrontPage(
                edition.id(),
                edition.state().from(),
                slots.stream().map(this::filled).toList());
    }

    private FrontPage.Filled filled(Chosen chosen) {
        var slot = chosen.slot();
        return new FrontPage.Filled(
                slot.kind(),
                slot.heading(),
                slot.text(),
                chosen.stories().stream().map(reading::item).toList(),
                running(slot.campaignId()),
                chosen.events(),
                picture(slot.image()),
                slot.link());
    }

    private @Nullable Picture picture(@Nullable String id) {
        return id == null ? null : reading.picture(id).orElse(null);
    }

    /** A campaign that is over asks for nothing any more. */
    private @Nullable CampaignBlock running(@Nullable String id) {
        return campaigns
                .block(id)
                .filter(block -> block.phase() != Campaign.Phase.OVER)
                .orElse(null);
    }
}
