package org.sistercities.events.registration;

import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Application;
import org.sistercities.events.party.Plan;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Setting;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.IdempotencyKeyReused;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.aggregate.NoSuchAggregate;

/** A party that wants to be registered. Its registration, once there is one, is the answer, whatever has changed since. */
public record PartyArrives(IdempotencyKey key, IdempotentRequest request, Application application) implements Arrival {

    @Override
    public String registrationId(String eventId) {
        return key.idIn("registration/" + eventId);
    }

    @Override
    public Plan plan(@Nullable Registration current, Setting setting) {
        var event = setting.event();
        if (current == null) {
            if (!event.isPublic()) throw new NoSuchAggregate("event", event.id());
            return application.plan(registrationId(event.id()), request.hash(), setting);
        }
        if (!current.requestHash().equals(request.hash())) throw new IdempotencyKeyReused(request.key());
        return Plan.NOTHING;
    }
}
