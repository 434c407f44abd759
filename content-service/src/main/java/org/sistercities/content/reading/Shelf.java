package org.sistercities.content.reading;

import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.paging.Moment;

/** Stories, the newest first; read while it is written. */
final class Shelf {
    private final ConcurrentSkipListMap<Place, Teaser> stories = new ConcurrentSkipListMap<>();
    private final AtomicInteger size = new AtomicInteger();

    /** Where a story stands. */
    private record Place(Instant at, String id) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::at).thenComparing(Place::id).reversed();

        static Place of(Teaser story) {
            return new Place(story.publishedAt(), story.id());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    void put(Teaser story) {
        if (stories.put(Place.of(story), story) == null) size.incrementAndGet();
    }

    void remove(Teaser story) {
        if (stories.remove(Place.of(story)) != null) size.decrementAndGet();
    }

    int size() {
        return size.get();
    }

    Stream<Teaser> after(@Nullable Moment place) {
        var rest = place == null ? stories : stories.tailMap(new Place(place.time(), place.id()), false);
        return rest.values().stream();
    }
}
