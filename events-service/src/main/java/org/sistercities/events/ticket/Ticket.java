package org.sistercities.events.ticket;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One guest's right to enter, as long as the registration gives it.
 *
 * @param guest number within the party, from 1
 */
public record Ticket(String eventId, String registrationId, int guest) {

    private static final Pattern ID = Pattern.compile("(.{1,64})-([1-9]\\d{0,4})");

    /** The ticket with this id, if it has the form of one. */
    public static Optional<Ticket> ofId(String eventId, String id) {
        return Optional.of(ID.matcher(id))
                .filter(Matcher::matches)
                .map(parts -> new Ticket(eventId, parts.group(1), Integer.parseInt(parts.group(2))));
    }

    /** Unique among all tickets of all events. */
    public String id() {
        return registrationId + "-" + guest;
    }
}
