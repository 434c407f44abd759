package org.sistercities.events.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who comes. Personal data: for the party itself and the events team only.
 *
 * @param contact unknown only while places are held
 * @param guests known so far, in the order of their tickets, at most one for each place
 */
public record Party(@Nullable Contact contact, List<Guest> guests) {

    /** The names known so far. */
    public List<String> names() {
        return guests.stream().map(Guest::name).filter(Objects::nonNull).toList();
    }

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

    /** The same people, but for one guest, counted from 1. */
    Party with(int number, Guest guest) {
        var all = new ArrayList<>(guests);
        while (all.size() < number) all.add(Guest.UNNAMED);
        all.set(number - 1, guest);
        return new Party(contact, List.copyOf(all));
    }
}
