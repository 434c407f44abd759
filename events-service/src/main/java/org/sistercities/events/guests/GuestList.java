package org.sistercities.events.guests;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sistercities.events.door.Admissions;
import org.sistercities.events.registration.Registrations;
import org.springframework.stereotype.Component;

/** An event's guests, read anew each time: one for each ticket, in the order of registrations. */
@Component
public class GuestList {
    private static final int AT_ONCE = 500;

    private final Registrations registrations;
    private final Admissions admissions;

    GuestList(Registrations registrations, Admissions admissions) {
        this.registrations = registrations;
        this.admissions = admissions;
    }

    /** Hands the guests a filter matches to {@code each}, in bounded memory. */
    void each(String eventId, GuestFilter filter, Consumer<ListedGuest> each) {
        var some = new ArrayList<ListedGuest>();
        registrations.eachParty(eventId, party -> {
            party.guests().stream()
                    .map(guest -> ListedGuest.of(party, guest))
                    .filter(filter::matches)
                    .forEach(some::add);
            if (some.size() >= AT_ONCE) hand(some, filter, each);
        });
        hand(some, filter, each);
    }

    /** All of them. */
    public List<ListedGuest> all(String eventId, GuestFilter filter) {
        var all = new ArrayList<ListedGuest>();
        each(eventId, filter, all::add);
        return all;
    }

    private void hand(List<ListedGuest> some, GuestFilter filter, Consumer<ListedGuest> each) {
        var admittedAt =
                admissions.admittedAt(some.stream().map(ListedGuest::ticketId).toList());
        some.stream()
                .map(guest -> guest.admitted(admittedAt.get(guest.ticketId())))
                .filter(filter::matchesAdmission)
                .forEach(each);
        some.clear();
    }
}
