package org.sistercities.events.event;

import java.time.Instant;
import org.sistercities.contracts.EventsDomainEvent.EventCancelled;
import org.sistercities.contracts.EventsDomainEvent.EventChanged;
import org.sistercities.contracts.EventsDomainEvent.EventConcluded;
import org.sistercities.contracts.EventsDomainEvent.EventPublished;

/** What the world is told of an event. */
final class Announced {

    private Announced() {}

    static EventPublished published(Event event, Instant now) {
        return new EventPublished(
                event.id(),
                event.slug(),
                event.title(),
                event.startsAt(),
                event.zone().getId(),
                event.plan().venue().name(),
                event.plan().hostCityId(),
                now);
    }

    static EventChanged changed(Event event, Instant now) {
        return new EventChanged(
                event.id(),
                event.slug(),
                event.title(),
                event.plan().kind().name(),
                event.startsAt(),
                event.endsAt(),
                event.zone().getId(),
                event.plan().venue().name(),
                event.plan().hostCityId(),
                now);
    }

    static EventConcluded concluded(Event event, Instant now) {
        return new EventConcluded(
                event.id(),
                event.slug(),
                event.title(),
                event.startsAt(),
                event.endsAt(),
                event.zone().getId(),
                event.plan().venue().name(),
                event.plan().hostCityId(),
                now);
    }

    static EventCancelled cancelled(Event event, String reason, Instant now) {
        return new EventCancelled(
                event.id(),
                event.slug(),
                event.title(),
                event.startsAt(),
                event.zone().getId(),
                reason,
                event.plan().hostCityId(),
                now);
    }
}
