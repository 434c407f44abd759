package org.sistercities.events.party;

import java.util.List;
import org.sistercities.events.event.Tickets;

/**
 * What a party asks for when it comes.
 *
 * @param hold whether places are only to be held for now
 */
public record Application(Party party, List<Tickets> tickets, boolean hold) {

    /**
     * The registration a party would get if the places are there.
     *
     * @param id derived from the event and the request's key
     * @throws PaymentNotOffered when it would have to pay
     * @throws MoreGuestsThanPlaces when it names more guests than it asks for tickets
     * @throws ContactMissing when places are not only to be held, and nobody speaks for the party
     */
    public Plan plan(String id, String requestHash, Setting setting) {
        var event = setting.event();
        var claim = event.claim(tickets, setting.now());
        if (!claim.total().isZero()) throw new PaymentNotOffered(claim.total());
        party.in(claim.places());
        if (!hold) party.withContact();
        var standing = hold
                ? Standing.first(Status.HELD, setting.now(), setting.endOfHold())
                : Standing.first(Status.CONFIRMED, setting.now(), null);
        return Plan.of(Intent.birth(registration(id, requestHash, setting, standing, new Order(tickets, claim))));
    }

    private Registration registration(String id, String hash, Setting setting, Standing standing, Order order) {
        var entry = new Entry(
                setting.now(),
                Entry.GUEST,
                Entry.Act.REGISTERED,
                standing.status().name());
        return new Registration(id, setting.event().id(), standing, order, party, setting.now(), hash, List.of(entry));
    }
}
