package org.sistercities.city.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sistercities.platform.aggregate.Change;

/**
 * The stories and events a city's page may show, each as the newest domain event told it; what is told twice or too late changes
 * nothing.
 *
 * @param stories the newest first, at most {@value #MOST_STORIES}
 * @param events the next one first, at most {@value #MOST_EVENTS}
 */
record CityNews(List<Notice> stories, List<Notice> events) {
    static final CityNews NONE = new CityNews(List.of(), List.of());
    static final int MOST_STORIES = 50;
    static final int MOST_EVENTS = 200;

    private static final Comparator<Notice> BY_TIME = Comparator.comparing(Notice::at);
    private static final Comparator<Notice> BY_ID = Comparator.comparing(Notice::id);

    Change<CityNews> withStory(Notice story) {
        var order = BY_TIME.reversed().thenComparing(BY_ID);
        var kept = told(stories, story).sorted(order).limit(MOST_STORIES).toList();
        return Change.of(new CityNews(kept, events));
    }

    /** What has begun by now is forgotten. */
    Change<CityNews> withEvent(Notice event, Instant now) {
        var kept = coming(told(events, event), now)
                .sorted(BY_TIME.thenComparing(BY_ID))
                .limit(MOST_EVENTS)
                .toList();
        return Change.of(new CityNews(stories, kept));
    }

    /** The latest stories, newest first. */
    List<Notice> latestStories(int limit) {
        return stories.stream().filter(Notice::shown).limit(limit).toList();
    }

    /** The events that have not begun, the next one first. */
    List<Notice> comingEvents(Instant now, int limit) {
        return coming(events.stream(), now).filter(Notice::shown).limit(limit).toList();
    }

    private static Stream<Notice> coming(Stream<Notice> events, Instant now) {
        return events.filter(event -> event.at().isAfter(now));
    }

    private static Stream<Notice> told(List<Notice> known, Notice told) {
        var isNews = known.stream().noneMatch(old -> isSame(old, told) && old.sequence() >= told.sequence());
        return isNews
                ? Stream.concat(known.stream().filter(old -> !isSame(old, told)), Stream.of(told))
                : known.stream();
    }

    private static boolean isSame(Notice one, Notice other) {
        return one.id().equals(other.id());
    }
}
