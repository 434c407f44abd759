package org.sistercities.events.registration;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Plan;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Setting;
import org.sistercities.events.party.Steps;
import org.sistercities.platform.aggregate.NoSuchAggregate;

/**
 * Somebody who wants a registration moved a step on.
 *
 * @param by who, as the history shall name them
 */
public record StepWanted(String id, String by, Function<Steps, Plan> step) implements Arrival {

    @Override
    public String registrationId(String eventId) {
        return id;
    }

    @Override
    public Plan plan(@Nullable Registration current, Setting setting) {
        if (current == null) throw new NoSuchAggregate("registration", id);
        return step.apply(new Steps(current, setting, by));
    }
}
