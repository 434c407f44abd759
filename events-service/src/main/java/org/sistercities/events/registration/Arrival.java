package org.sistercities.events.registration;

import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.IdempotentRequest;

/** A party that has come to the registration desk with its request. */
record Arrival(IdempotencyKey key, IdempotentRequest request, RegisterParty party) {

    /** The id of the registration this request makes, however often it comes. */
    String registrationId(String eventId) {
        return key.idIn("registration/" + eventId);
    }
}
