package org.sistercities.content.news;

import java.time.Clock;
import org.sistercities.content.calendar.ComingEvents;
import org.sistercities.content.editing.Newsroom;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Story;
import org.sistercities.contracts.EventsDomainEvent.AboutEvent;
import org.sistercities.contracts.EventsDomainEvent.EventCancelled;
import org.sistercities.contracts.EventsDomainEvent.EventChanged;
import org.sistercities.contracts.EventsDomainEvent.EventConcluded;
import org.sistercities.contracts.EventsDomainEvent.EventPublished;
import org.sistercities.contracts.Topics;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.messaging.Delivered;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Notes which events are coming; starts one announcement for each published event and one recap for each concluded one. Editors publish them, or not. */
@Component
class EventNews {
    private final Newsroom newsroom;
    private final ComingEvents calendar;
    private final Clock clock;

    EventNews(Newsroom newsroom, ComingEvents calendar, Clock clock) {
        this.newsroom = newsroom;
        this.calendar = calendar;
        this.clock = clock;
    }

    @KafkaListener(topics = Topics.EVENTS)
    void on(Delivered<AboutEvent> delivered) {
        calendar.hear(delivered.event());
        switch (delivered.event()) {
            case EventPublished event -> draft(announcementId(event.eventId()), Occasions.announcement(event));
            case EventConcluded event -> draft(recapId(event.eventId()), Occasions.recap(event));
            case EventChanged _ -> {} // the announcement, published or not, is an editor's by now
            case EventCancelled _ -> {} // its guests are told by events-service
        }
    }

    private void draft(String id, Manuscript text) {
        var copy = newsroom.copy(text);
        newsroom.createOnce(id, () -> Story.draft(id, null, copy, clock.instant()));
    }

    static String announcementId(String eventId) {
        return IdempotentRequest.sha256("event-published/" + eventId).substring(0, 32);
    }

    static String recapId(String eventId) {
        return IdempotentRequest.sha256("event-concluded/" + eventId).substring(0, 32);
    }
}
