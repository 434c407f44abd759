package org.sistercities.events.message;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Moment;
import org.springframework.stereotype.Component;

/** All messages, sent or to be sent. */
@Component
public class Messages {
    private static final String CREATED_AT = "state.createdAt";

    private final AggregateStore<Message> store;
    private final Clock clock;

    Messages(AggregateStores stores, Clock clock) {
        this.store = stores.open("messages", Message.class, "due");
        this.clock = clock;
    }

    /**
     * A message that is to be there once.
     *
     * @param cause what makes it; the same cause and recipient make the same message
     */
    public record Wanted(String cause, String eventId, String recipientId, Kind kind, Instant dueAt) {
        String id() {
            return IdempotentRequest.sha256(cause + "\n" + recipientId).substring(0, 32);
        }
    }

    /** Has messages sent that are not there yet; those that are stay as they are. Returns the ids of the new ones. */
    public Set<String> want(Collection<Wanted> wanted) {
        var now = clock.instant();
        var born = new LinkedHashMap<String, Change<Message>>();
        for (var one : wanted) {
            var id = one.id();
            born.put(id, Change.of(Message.due(id, one.eventId(), one.recipientId(), one.kind(), one.dueAt(), now)));
        }
        return store.createAll(born);
    }

    /** Has it sent at this time, if it is not sent yet. */
    void schedule(Wanted wanted) {
        if (want(List.of(wanted)).isEmpty()) postpone(wanted);
    }

    /** Has one that is there sent at this time, if it is not sent yet. */
    void postpone(Wanted wanted) {
        store.change(wanted.id(), message -> message.postponed(wanted.dueAt()));
    }

    /** Drops what mail servers have said of these recipients, for it may name them. */
    public void forget(Collection<String> recipientIds) {
        for (var message : store.list(in("state.recipientId", recipientIds), null, Integer.MAX_VALUE))
            store.change(message.id(), Message::forgotten);
    }

    /** Those that should be sent by now, the longest due first. */
    List<Stored<Message>> due(int limit) {
        var now = Message.key(clock.instant().plusMillis(1), "");
        return store.list(lt("state.due", now), ascending("state.due"), limit);
    }

    Stored<Message> change(String id, Function<Message, Change<Message>> decision) {
        return store.change(id, decision);
    }

    /** The same for one that was just read. */
    Stored<Message> change(Stored<Message> read, Function<Message, Change<Message>> decision) {
        return store.change(read, decision);
    }

    Stored<Message> change(String id, IdempotentRequest request, Function<Message, Change<Message>> decision) {
        return store.change(id, request, decision);
    }

    Stored<Message> get(String id) {
        return store.get(id);
    }

    /** An event's messages, the newest first. */
    List<Stored<Message>> ofEvent(
            String eventId,
            Message.@Nullable Status status,
            @Nullable Kind kind,
            @Nullable String recipientId,
            @Nullable Moment after,
            int limit) {
        var conditions = new ArrayList<>(List.of(eq("state.eventId", eventId)));
        if (status != null) conditions.add(eq("state.status", status.name()));
        if (kind != null) conditions.add(eq("state.kind", kind.name()));
        if (recipientId != null) conditions.add(eq("state.recipientId", recipientId));
        if (after != null) conditions.add(after.earlier(CREATED_AT));
        return store.list(and(conditions), descending(CREATED_AT, "_id"), limit);
    }
}
