package org.sistercities.content.calendar;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.mirror.Dated;
import org.sistercities.content.mirror.Mirror;
import org.sistercities.contracts.EventsDomainEvent.AboutEvent;
import org.sistercities.contracts.EventsDomainEvent.EventCancelled;
import org.sistercities.contracts.EventsDomainEvent.EventChanged;
import org.sistercities.contracts.EventsDomainEvent.EventConcluded;
import org.sistercities.contracts.EventsDomainEvent.EventPublished;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The announced events, in the database and in this replica's memory. */
@Component
public class ComingEvents {
    private static final String UNKNOWN = "";

    private final AggregateStore<AnnouncedEvent> store;
    private final Mirror<AnnouncedEvent> seen;
    private final Clock clock;

    ComingEvents(AggregateStores stores, Clock clock) {
        this.store = stores.open("announced-events", AnnouncedEvent.class, "changed");
        this.seen = new Mirror<>(store);
        this.clock = clock;
    }

    /** Those that take place and are not over, the next first. */
    public List<EventCard> next(int limit) {
        var now = clock.instant();
        return seen.all()
                .map(Stored::state)
                .filter(event -> event.isOn() && !isOver(event, now))
                .sorted(Comparator.comparing(AnnouncedEvent::startsAt).thenComparing(AnnouncedEvent::eventId))
                .limit(limit)
                .map(event -> new EventCard(
                        event.eventId(),
                        event.slug(),
                        event.title(),
                        event.startsAt(),
                        event.endsAt(),
                        event.zone(),
                        event.venue()))
                .toList();
    }

    public void hear(AboutEvent event) {
        switch (event) {
            case EventPublished e ->
                told(e.eventId(), e.slug(), e.title(), e.startsAt(), null, e.zone(), e.venue(), true, e.at());
            case EventChanged e ->
                told(e.eventId(), e.slug(), e.title(), e.startsAt(), e.endsAt(), e.zone(), e.venue(), true, e.at());
            case EventConcluded e ->
                told(e.eventId(), e.slug(), e.title(), e.startsAt(), e.endsAt(), e.zone(), e.venue(), false, e.at());
            case EventCancelled e ->
                told(e.eventId(), e.slug(), e.title(), e.startsAt(), null, e.zone(), UNKNOWN, false, e.at());
        }
    }

    private void told(
            String id,
            String slug,
            String title,
            Instant startsAt,
            @Nullable Instant endsAt,
            String zone,
            String venue,
            boolean isOn,
            Instant at) {
        var key = Dated.key(clock.instant(), id);
        var told = new AnnouncedEvent(id, slug, title, startsAt, endsAt, zone, venue, isOn, at, key);
        store.createOnce(id, () -> Change.of(told));
        seen.saw(store.change(id, known -> known.told(told)));
    }

    private static boolean isOver(AnnouncedEvent event, Instant now) {
        return (event.endsAt() != null ? event.endsAt() : event.startsAt()).isBefore(now);
    }

    @Scheduled(fixedDelay = 2_000)
    void look() {
        seen.look();
    }
}
