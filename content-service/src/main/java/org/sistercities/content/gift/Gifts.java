package org.sistercities.content.gift;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.mirror.Dated;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** All gifts, and the notices that were handled; what is stored is counted at once. */
@Component
class Gifts {
    private static final String CHANGED = "state.changed";
    private static final int PAGE = 200;

    private final AggregateStore<Gift> store;
    private final AggregateStore<Handled> handled;
    private final Till till;
    private final Clock clock;

    Gifts(AggregateStores stores, Till till, Clock clock) {
        this.store = stores.open("gifts", Gift.class, "changed", "due");
        this.handled = stores.open("gift-notices", Handled.class);
        this.till = till;
        this.clock = clock;
    }

    /** A notice whose effect is stored. */
    record Handled(String noticeId, Instant at) {}

    /** Which gifts staff wants to see; all of what is null. */
    record Choice(
            Gift.@Nullable Status status,
            @Nullable String campaign,
            @Nullable String partnership) {

        private Bson filter() {
            var all = new ArrayList<Bson>();
            all.add(gt(CHANGED, ""));
            if (status != null) all.add(eq("state.status", status.name()));
            if (campaign != null) all.add(designated(Designation.Kind.CAMPAIGN, campaign));
            if (partnership != null) all.add(designated(Designation.Kind.PARTNERSHIP, partnership));
            return and(all);
        }

        private static Bson designated(Designation.Kind kind, String id) {
            return and(eq("state.offer.designation.kind", kind.name()), eq("state.offer.designation._id", id));
        }
    }

    Stored<Gift> create(String id, IdempotentRequest request, Supplier<Change<Gift>> born) {
        return till.saw(store.create(id, request, born));
    }

    Stored<Gift> get(String id) {
        return store.get(id);
    }

    Optional<Stored<Gift>> find(String id) {
        return store.find(id);
    }

    Stored<Gift> change(String id, Function<Gift, Change<Gift>> decision) {
        return till.saw(store.change(id, decision));
    }

    Stored<Gift> change(String id, long revision, Function<Gift, Change<Gift>> decision) {
        return till.saw(store.change(id, revision, decision));
    }

    /** Those changed last first. */
    Page<Stored<Gift>> list(Choice choice, @Nullable Moment after, int limit) {
        var from = after == null
                ? choice.filter()
                : and(choice.filter(), lt(CHANGED, Dated.key(after.time(), after.id())));
        return Page.of(store.list(from, descending(CHANGED), limit + 1), limit, Gifts::place);
    }

    /** All of them, as fast as they are taken: one page after the other, each read when the one before is done. */
    Flux<Gift> stream(Choice choice) {
        return Flux.defer(() -> Flux.just(list(choice, null, PAGE)))
                .expand(
                        page -> {
                            if (page.next() == null) return Flux.empty();
                            return Flux.just(list(choice, place(page.items().getLast()), PAGE));
                        },
                        1)
                .concatMapIterable(Page::items)
                .map(Stored::state);
    }

    /** Those whose provider is to be asked, the longest due first. */
    List<Gift> due(int limit) {
        return store
                .list(lt("state.due", Dated.key(clock.instant().plusMillis(1), "")), ascending("state.due"), limit)
                .stream()
                .map(Stored::state)
                .toList();
    }

    @Scheduled(fixedDelay = 400)
    void look() {
        till.look(store);
    }

    boolean isHandled(String noticeId) {
        return handled.find(noticeId).isPresent();
    }

    void setHandled(String noticeId) {
        handled.createOnce(noticeId, () -> Change.of(new Handled(noticeId, clock.instant())));
    }

    private static Moment place(Stored<Gift> gift) {
        return new Moment(Dated.time(gift.state().changed()), gift.id());
    }
}
