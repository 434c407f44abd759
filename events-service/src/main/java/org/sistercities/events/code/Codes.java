package org.sistercities.events.code;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Code;
import org.sistercities.events.event.Event;
import org.sistercities.events.registration.House;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.stereotype.Component;

/** All codes; what they are stands here, how often they are used stands among the event's quotas. */
@Component
public class Codes {
    private final AggregateStore<Code> store;
    private final House house;

    Codes(AggregateStores stores, House house) {
        this.store = stores.open("codes", Code.class);
        this.house = house;
    }

    /**
     * The code with this text, also one that is revoked.
     *
     * @throws Code.UnknownCode when the event never had it
     */
    public Code get(String eventId, String code) {
        return store.find(id(eventId, code)).map(Stored::state).orElseThrow(() -> new Code.UnknownCode(code));
    }

    /** An event's codes by their text, at most {@code limit}. */
    List<Stored<Code>> ofEvent(String eventId, @Nullable String after, int limit) {
        var ofEvent = eq("state.eventId", eventId);
        var filter = after == null ? ofEvent : and(ofEvent, gt("_id", id(eventId, after)));
        return store.list(filter, ascending("_id"), limit);
    }

    /** Makes a code known and then usable; a crash in between leaves one that counts as used up until this is asked again. */
    Stored<Code> create(Event event, Code code, IdempotentRequest request) {
        var created = store.create(code.id(), request, () -> Change.of(code));
        if (code.uses() != null) house.countUses(event, code.code(), code.uses());
        return created;
    }

    /** Ends a code's use at once; registrations that have used it stay. */
    Stored<Code> revoke(Event event, Code code) {
        if (code.uses() != null) house.endUse(event, code.code());
        return store.change(code.id(), current -> Change.of(current.revoke()));
    }

    static String id(String eventId, String code) {
        return eventId + "/" + code;
    }
}
