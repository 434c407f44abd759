package org.sistercities.events.party;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who comes. Personal data: for the party itself and the events team only.
 *
 * @param contact unknown only while places are held
 * @param guests names known so far, at most one for each place
 */
public record Party(@Nullable Contact contact, List<String> guests) {

    /** @throws MoreGuestsThanPlaces when more guests are named than there are places */
    Party in(int places) {
        if (guests.size() > places) throw new MoreGuestsThanPlaces(guests.size(), places);
        return this;
    }

    /** @throws ContactMissing when nobody speaks for the party */
    Party withContact() {
        if (contact == null) throw new ContactMissing();
        return this;
    }

    /** The same people, as many as there are places for; the first named stay. */
    Party atMost(int places) {
        return guests.size() <= places ? this : new Party(contact, List.copyOf(guests.subList(0, places)));
    }
}
