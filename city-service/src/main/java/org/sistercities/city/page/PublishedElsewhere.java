package org.sistercities.city.page;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.ContentDomainEvent;
import org.sistercities.contracts.ContentDomainEvent.StoryChanged;
import org.sistercities.contracts.ContentDomainEvent.StoryDrafted;
import org.sistercities.contracts.ContentDomainEvent.StoryPublished;
import org.sistercities.contracts.ContentDomainEvent.StoryUnpublished;
import org.sistercities.contracts.EventsDomainEvent.AboutEvent;
import org.sistercities.contracts.EventsDomainEvent.EventCancelled;
import org.sistercities.contracts.EventsDomainEvent.EventChanged;
import org.sistercities.contracts.EventsDomainEvent.EventConcluded;
import org.sistercities.contracts.EventsDomainEvent.EventPublished;
import org.sistercities.contracts.Topics;
import org.sistercities.platform.messaging.Delivered;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what content-service and events-service publish about cities. */
@Component
class PublishedElsewhere {
    private static final String PAGE = "PAGE"; // about the network itself: no news

    private final Newsstand newsstand;
    private final Clock clock;

    PublishedElsewhere(Newsstand newsstand, Clock clock) {
        this.newsstand = newsstand;
        this.clock = clock;
    }

    @KafkaListener(topics = Topics.CONTENT)
    void onContent(Delivered<ContentDomainEvent> delivered) {
        switch (delivered.event()) {
            case StoryPublished story
            when PAGE.equals(story.kind()) -> takeOff(story.storyId(), story.slug(), delivered);
            case StoryPublished story -> put(story, delivered.sequence());
            case StoryUnpublished story -> takeOff(story.storyId(), story.slug(), delivered);
            case StoryChanged _ -> {} // nothing a city's page shows
            case StoryDrafted _ -> {} // nobody's to read yet
        }
    }

    @KafkaListener(topics = Topics.EVENTS)
    void onEvents(Delivered<AboutEvent> delivered) {
        long sequence = delivered.sequence();
        switch (delivered.event()) {
            case EventPublished e ->
                put(notice(e.eventId(), sequence, e.slug(), e.title(), e.startsAt(), e.zone()), e.hostCityId());
            case EventChanged e ->
                put(notice(e.eventId(), sequence, e.slug(), e.title(), e.startsAt(), e.zone()), e.hostCityId());
            case EventCancelled e ->
                put(notice(e.eventId(), sequence, e.slug(), e.title(), e.startsAt(), e.zone()), null);
            case EventConcluded _ -> {} // it has begun, so nobody is shown it any more
        }
    }

    private void put(StoryPublished story, long sequence) {
        var at = Objects.requireNonNullElse(story.publishedAt(), story.at());
        newsstand.put("story/" + story.storyId(), sequence, story.cityIds(), (news, named) -> {
            var notice = new Notice(story.storyId(), sequence, story.slug(), story.headline(), at, "", named);
            return news.withStory(notice);
        });
    }

    /** No city shows it, or shows it any longer. */
    private void takeOff(String storyId, String slug, Delivered<ContentDomainEvent> delivered) {
        long sequence = delivered.sequence();
        newsstand.put("story/" + storyId, sequence, List.of(), (news, named) -> {
            var notice = new Notice(storyId, sequence, slug, "", delivered.time(), "", named);
            return news.withStory(notice);
        });
    }

    private static Notice notice(String id, long sequence, String slug, String title, Instant startsAt, String zone) {
        return new Notice(id, sequence, slug, title, startsAt, zone, true);
    }

    /** @param host on whose page it is shown; null for nobody's */
    private void put(Notice event, @Nullable String host) {
        var hosts = host == null ? List.<String>of() : List.of(host);
        newsstand.put(
                "event/" + event.id(),
                event.sequence(),
                hosts,
                (news, named) -> news.withEvent(event.shownIf(named), clock.instant()));
    }
}
