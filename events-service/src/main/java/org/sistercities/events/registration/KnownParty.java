package org.sistercities.events.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A party as the door and the guest list see it: one guest for each ticket, in the order the tickets were asked for.
 *
 * @param status of the registration
 * @param right what it gives its guests at the door
 */
public record KnownParty(
        String registrationId,
        String eventId,
        String status,
        Right right,
        Contact contact,
        List<Guest> guests,
        Instant since) {

    /** What a registration's status means at the door. */
    public enum Right {
        TO_ENTER,
        AFTER_PAYMENT,
        WITHDRAWN
    }

    /**
     * Somebody with a ticket.
     *
     * @param number within the party, from 1
     * @param name null as long as the party has not told it
     */
    public record Guest(int number, @Nullable String name, String ticketType) {}

    static KnownParty of(Registration registration) {
        return new KnownParty(
                registration.id(),
                registration.eventId(),
                registration.status().name(),
                right(registration.status()),
                registration.contact(),
                guestsOf(registration),
                registration.confirmedAt());
    }

    /** The guest with this number. */
    public Optional<Guest> guest(int number) {
        return number >= 1 && number <= guests.size() ? Optional.of(guests.get(number - 1)) : Optional.empty();
    }

    private static Right right(Registration.Status status) {
        return switch (status) {
            case CONFIRMED -> Right.TO_ENTER;
        };
    }

    private static List<Guest> guestsOf(Registration registration) {
        var guests = new ArrayList<Guest>();
        for (var tickets : registration.tickets())
            for (int i = 0; i < tickets.count(); i++) {
                int number = guests.size() + 1;
                var named = number <= registration.guests().size();
                var name = named ? registration.guests().get(number - 1) : null;
                guests.add(new Guest(number, name, tickets.ticketType()));
            }
        return guests;
    }
}
