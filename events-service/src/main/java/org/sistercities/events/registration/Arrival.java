package org.sistercities.events.registration;

import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Plan;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Setting;

/** Somebody who has come to the registration desk and wants something done: register a party, or move one a step on. */
public interface Arrival {

    /** The registration it is about; of one that is to be made, the id it will have. */
    String registrationId(String eventId);

    /**
     * What is to be done.
     *
     * @param current the registration as it stands; null when there is none yet
     */
    Plan plan(@Nullable Registration current, Setting setting);
}
