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
     */
    @EventType("content.story-published.v1")
    record StoryPublished(
            String storyId,
            String slug,
            String headline,
            List<String> cityIds,
            List<String> partnershipIds,
            @Nullable Instant publishedAt,
            Instant at)
            implements ContentDomainEvent {}
}
