package org.sistercities.events.event;

import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.Rejection;

/**
 * All that is said about an event but its tickets.
 *
 * @param description as Markdown; empty when there is none
 * @param dressCode plain text; empty when there is none
 * @param hostCityId the city on whose page it is shown, as city-service knows it; null when the network itself is the host
 */
public record Plan(
        Kind kind,
        String title,
        String description,
        String dressCode,
        Venue venue,
        Schedule schedule,
        @Nullable String hostCityId,
        Billing billing) {

    /**
     * Refuses what contradicts itself.
     *
     * @throws Schedule.EndsBeforeItStarts when the event or a part of it has no duration
     * @throws Schedule.OutsideTheEvent when a part of the programme lies outside of it
     * @throws UnknownRoom when a part takes place in a room the venue does not have
     * @throws TicketRules.NamedTwice when the venue has two rooms of one name
     */
    void check() {
        schedule.check();
        var rooms = new HashSet<String>();
        for (var room : venue.rooms()) if (!rooms.add(room)) throw new TicketRules.NamedTwice(room);
        for (var item : schedule.programme())
            if (item.room() != null && !rooms.contains(item.room())) throw new UnknownRoom(item);
    }

    Plan shifted(WallClock wallClock) {
        return new Plan(kind, title, description, dressCode, venue, schedule.shifted(wallClock), hostCityId, billing);
    }

    /** A part of the programme takes place in a room the venue does not have. */
    public static final class UnknownRoom extends Rejection {
        UnknownRoom(ProgrammeItem item) {
            super(Reason.INVALID, item.title() + " is in " + item.room() + ", which is no room of the venue.");
        }
    }
}
