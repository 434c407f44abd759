package org.sistercities.events.guests;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.door.AtTheDoor;
import org.sistercities.events.registration.KnownParty;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whoever has no ticket at hand is found by name, and told apart by nothing more than the door needs. */
@AllowedFor({Role.DOOR_DEVICE, Role.EVENTS_MANAGER})
@RestController
@RequestMapping("/api/v1/events/{event}/door/guests")
class DoorSearchController {
    private static final int MOST_FOUND = 20;

    private final GuestList guests;
    private final AtTheDoor atTheDoor;

    DoorSearchController(GuestList guests, AtTheDoor atTheDoor) {
        this.guests = guests;
        this.atTheDoor = atTheDoor;
    }

    record Found(
            String ticketId,
            @Nullable String name,
            String partyOf,
            String ticketType,
            KnownParty.Right right,
            @Nullable String category,
            @Nullable Integer precedence,
            @Nullable Instant admittedAt) {
        static Found of(ListedGuest guest) {
            return new Found(
                    guest.ticketId(),
                    guest.name(),
                    guest.partyOf(),
                    guest.ticketType(),
                    guest.right(),
                    guest.category(),
                    guest.precedence(),
                    guest.admittedAt());
        }
    }

    /** The first {@value #MOST_FOUND}; whoever is not among them is found with another word. */
    @GetMapping
    Page<Found> find(@PathVariable String event, @RequestParam @Size(min = 2, max = 200) String q, Caller caller) {
        var filter = GuestFilter.of(q, null, null, null, null);
        var found = guests.all(atTheDoor.of(event, caller).id(), filter);
        return new Page<>(found.stream().limit(MOST_FOUND).map(Found::of).toList(), null);
    }
}
