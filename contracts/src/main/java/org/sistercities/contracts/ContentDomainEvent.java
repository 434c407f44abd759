package org.sistercities.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What content-service tells the world, on topic {@value Topics#CONTENT}; the key is the story's id. */
public sealed interface ContentDomainEvent extends DomainEvent {

    /** A draft exists that no visitor sees yet; {@code cityIds} and {@code partnershipIds} are what it is about. */
    @EventType("content.story-drafted.v1")
    record StoryDrafted(String storyId, String headline, List<String> cityIds, List<String> partnershipIds, Instant at)
            implements ContentDomainEvent {}

    /**
     * Visitors can read the story under its slug; told again when what it says here has changed.
     *
     * @param publishedAt the time editors give a story of earlier days; null when it is {@code at}
     * @param kind such as STORY, PRESS_RELEASE or PAGE, which is no news; more kinds may come; null in events of earlier days
     * @param language BCP 47 tag of the language it is written in; null in events of earlier days
     */
    @EventType("content.story-published.v1")
    record StoryPublished(
            String storyId,
            String slug,
            String headline,
            List<String> cityIds,
            List<String> partnershipIds,
            @Nullable Instant publishedAt,
            @Nullable String kind,
            @Nullable String language,
            Instant at)
            implements ContentDomainEvent {}

    /** Visitors read other words than before under the same slug; what {@link StoryPublished} says has not changed. */
    @EventType("content.story-changed.v1")
    record StoryChanged(String storyId, String slug, Instant at) implements ContentDomainEvent {}

    /** Visitors can no longer read the story that was published under this slug. */
    @EventType("content.story-unpublished.v1")
    record StoryUnpublished(String storyId, String slug, Instant at) implements ContentDomainEvent {}
}
