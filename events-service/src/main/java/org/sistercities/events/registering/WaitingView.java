package org.sistercities.events.registering;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Tickets;
import org.sistercities.events.party.Contact;
import org.sistercities.events.party.Registration;
import org.sistercities.events.registration.Waiting;

/**
 * A party in line, as the events team sees it.
 *
 * @param position from 1
 * @param draws the places it waits for, by quota
 */
record WaitingView(
        int position,
        String registrationId,
        Map<String, Integer> draws,
        @Nullable Instant registeredAt,
        List<Tickets> tickets,
        @Nullable Contact contact) {

    /** A party that has just joined may not be written yet; then only its place in line is known. */
    static WaitingView of(int position, Waiting party, Map<String, Registration> known) {
        var id = party.registrationId();
        var registration = known.get(id);
        if (registration == null) return new WaitingView(position, id, party.draws(), null, List.of(), null);
        return new WaitingView(
                position,
                id,
                party.draws(),
                registration.registeredAt(),
                registration.order().tickets(),
                registration.party().contact());
    }
}
