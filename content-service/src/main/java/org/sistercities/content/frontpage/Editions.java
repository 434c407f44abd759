package org.sistercities.content.frontpage;

import static com.mongodb.client.model.Filters.eq;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.sistercities.content.image.Gallery;
import org.sistercities.content.image.ImageMissing;
import org.sistercities.content.image.ImageUse;
import org.sistercities.content.mirror.Mirror;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.AlreadyExists;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.aggregate.StaleRevision;
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

    /**
     * What visitors are to see has its images, before it is stored and after: whoever deletes one meanwhile either finds it stored, or is
     * found out here, and then the step is taken back. See DeleteImage.
     */
    Stored<Edition> change(String id, long revision, Function<Edition, Change<Edition>> decision) {
        var before = new AtomicReference<Edition>();
        var stored = stored(id, revision, edition -> {
            before.set(edition);
            return withItsImages(decision.apply(edition));
        });
        try {
            withItsImages(Change.none(stored.state()));
            return stored;
        } catch (ImageMissing e) {
            takeBack(stored, Objects.requireNonNull(before.get()));
            throw e;
        }
    }

    private Stored<Edition> stored(String id, long revision, Function<Edition, Change<Edition>> decision) {
        try {
            return seen.saw(store.change(id, revision, decision));
        } catch (AlreadyExists e) {
            throw new Edition.MomentTaken();
        }
    }

    private Change<Edition> withItsImages(Change<Edition> change) {
        if (change.state().from() != null) gallery.mustHave(change.state().imageIds());
        return change;
    }

    private void takeBack(Stored<Edition> stored, Edition before) {
        try {
            seen.saw(store.change(stored.id(), stored.revision(), edition -> edition.back(before, clock.instant())));
        } catch (StaleRevision e) {
            // somebody has changed it again, and looked after the images of that
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
