package org.sistercities.events.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Tickets;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Reply;
import org.sistercities.events.party.Standing;
import org.sistercities.events.party.Status;

/**
 * What is remembered of a registration: nobody's name.
 *
 * @param draws places by quota
 * @param answered what had become of an invitation when it was last heard of; null when it is none
 */
record Seen(
        Standing standing,
        List<Tickets> tickets,
        Map<String, Integer> draws,
        int guests,
        Instant registeredAt,
        @Nullable Reply answered) {

    static Seen of(Registration registration, Instant now) {
        return new Seen(
                registration.standing(),
                registration.order().tickets(),
                registration.order().claim().draws(),
                registration.order().claim().places(),
                registration.registeredAt(),
                registration.invited() == null ? null : Reply.of(registration, now));
    }

    Status status(Instant now) {
        return standing.at(now);
    }

    @Nullable
    Reply reply(Instant now) {
        return answered == Reply.AWAITED && standing.hasLapsed(now) ? Reply.EXPIRED : answered;
    }
}
