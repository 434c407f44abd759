package org.sistercities.events.registration;

import static org.sistercities.events.party.Guest.UNNAMED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Money;
import org.sistercities.events.party.Contact;
import org.sistercities.events.party.Invited;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Reply;
import org.sistercities.events.party.Status;

/**
 * A party as the door and the guest list see it: one guest for each ticket, in the order the tickets were asked for.
 *
 * @param status of the registration
 * @param right what it gives its guests at the door
 * @param calledOff whether it is cancelled because the event does not take place
 * @param contact unknown only while places are held
 * @param total what it costs
 * @param until when places that are only kept will be given up
 * @param charged whether it costs something, or did when it was paid
 * @param invited what makes it an invitation, if it is one; {@code reply} then says what has become of it
 */
public record KnownParty(
        String registrationId,
        String eventId,
        String status,
        Right right,
        boolean calledOff,
        @Nullable Contact contact,
        List<Guest> guests,
        Money total,
        @Nullable Instant until,
        boolean charged,
        Instant since,
        @Nullable Invited invited,
        @Nullable Reply reply) {

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
     * @param name null as long as the party has not told it; with it {@code dietary} and {@code access}, which are the events team's
     *     only
     */
    public record Guest(
            int number,
            @Nullable String name,
            String ticketType,
            @Nullable String dietary,
            @Nullable String access,
            Map<String, String> answers) {

        /** What to call somebody, named or not yet. */
        public String title() {
            return Objects.requireNonNullElse(name, "Guest " + number);
        }
    }

    static KnownParty of(Registration registration, Instant now) {
        var status = registration.standing().at(now);
        return new KnownParty(
                registration.id(),
                registration.eventId(),
                status.name(),
                right(status),
                registration.isCalledOff(),
                registration.party().contact(),
                guestsOf(registration),
                registration.order().claim().total(),
                registration.standing().until(),
                registration.isCharged(),
                registration.registeredAt(),
                registration.invited(),
                registration.invited() == null ? null : Reply.of(registration, now));
    }

    /** The guest with this number. */
    public Optional<Guest> guest(int number) {
        return number >= 1 && number <= guests.size() ? Optional.of(guests.get(number - 1)) : Optional.empty();
    }

    private static Right right(Status status) {
        return switch (status) {
            case CONFIRMED -> Right.TO_ENTER;
            case AWAITING_PAYMENT -> Right.AFTER_PAYMENT;
            case HELD, OFFERED, WAITLISTED, AWAITING_APPROVAL, REJECTED, CANCELLED, EXPIRED -> Right.WITHDRAWN;
        };
    }

    private static List<Guest> guestsOf(Registration registration) {
        var guests = new ArrayList<Guest>();
        var named = registration.party().guests();
        for (var tickets : registration.order().tickets())
            for (int i = 0; i < tickets.count(); i++) {
                int number = guests.size() + 1;
                var told = number <= named.size() ? named.get(number - 1) : UNNAMED;
                guests.add(new Guest(
                        number, told.name(), tickets.ticketType(), told.dietary(), told.access(), told.answers()));
            }
        return guests;
    }
}
