package org.sistercities.events.registering;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Guest;
import org.sistercities.events.party.Registration;

/**
 * One guest of a party, named or not.
 *
 * @param number from 1, in the order of the tickets
 * @param token of the guest's own link; told to the party, not to the guest
 */
record GuestView(
        int number,
        String ticketType,
        @Nullable String name,
        @Nullable String dietary,
        @Nullable String access,
        Map<String, String> answers,
        @Nullable String token) {

    static GuestView of(Registration registration, int number, @Nullable String token) {
        var guests = registration.party().guests();
        var guest = number <= guests.size() ? guests.get(number - 1) : Guest.UNNAMED;
        return new GuestView(
                number,
                registration.order().ticketTypeOf(number),
                guest.name(),
                guest.dietary(),
                guest.access(),
                guest.answers(),
                token);
    }
}
