package org.sistercities.content.frontpage;

import static com.mongodb.client.model.Filters.eq;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sistercities.content.image.Gallery;
import org.sistercities.content.image.ImageUse;
import org.sistercities.content.mirror.Mirror;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.AlreadyExists;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All front pages, past, present and future, in the database and in this replica's memory. */
@Component
class Editions implements ImageUse {
    private final AggregateStore<Edition> store;
    private final Mirror<Edition> seen;
    private final Gallery gallery;
    private final Clock clock;

    Editions(AggregateStores stores, Gallery gallery, Clock clock) {
        this.store = stores.open("front-pages", Edition.class, "start", "changed");
        this.seen = new Mirror<>(store);
        this.gallery = gallery;
        this.clock = clock;
    }

    /** The one visitors see: whose time came last. */
    Optional<Stored<Edition>> current() {
        var now = clock.instant();
        return seen.all()
                .filter(edition -> edition.state().stage(now) == Edition.Stage.PUBLIC)
                .max(Comparator.comparing(Editions::from).thenComparing(Stored::id));
    }

    /** All of them: drafts first, then what is planned for the latest time, down to the first there ever was. */
    List<Stored<Edition>> history() {
        return seen.all()
                .sorted(Comparator.comparing(Editions::from)
                        .thenComparing(edition -> edition.state().at())
                        .reversed())
                .toList();
    }

    Stored<Edition> get(String id) {
        return store.get(id);
    }

    Stored<Edition> create(String id, IdempotentRequest request, Change<Edition> draft) {
        return seen.saw(store.create(id, request, () -> draft));
    }

    /** What visitors are to see has its images; that it names them was stored before, see DeleteImage. */
    Stored<Edition> change(String id, long revision, Function<Edition, Change<Edition>> decision) {
        try {
            return seen.saw(store.change(id, revision, decision.andThen(change -> {
                if (change.state().from() != null)
                    gallery.mustHave(change.state().imageIds());
                return change;
            })));
        } catch (AlreadyExists e) {
            throw new Edition.MomentTaken();
        }
    }

    /** Also one of the past: restored, it shows the image again. */
    @Override
    public Optional<String> of(String imageId) {
        return store.list(eq("state.slots.image", imageId), null, 1).stream()
                .map(edition -> "front page " + edition.id())
                .findFirst();
    }

    @Scheduled(fixedDelay = 2_000)
    void look() {
        seen.look();
    }

    private static Instant from(Stored<Edition> edition) {
        var from = edition.state().from();
        return from == null ? Instant.MAX : from;
    }
}
