package org.sistercities.events.party;

import java.util.List;
import org.sistercities.events.event.Tickets;

/**
 * What a party asks for when it comes.
 *
 * @param hold whether places are only to be held for now
 * @param joinWaitingList whether it will wait if there are no places
 */
public record Application(Party party, List<Tickets> tickets, boolean hold, boolean joinWaitingList) {

    /**
     * The registration a party would get if the places are there, and else, if it will wait, a place in line.
     *
     * @param id derived from the event and the request's key
     * @throws PaymentNotOffered when it would have to pay
     * @throws MoreGuestsThanPlaces when it names more guests than it asks for tickets
     * @throws ContactMissing when places are not only to be held, and nobody speaks for the party
     */
    public Plan plan(String id, String requestHash, Setting setting) {
        var claim = setting.event().claim(tickets, setting.now());
        var order = new Order(tickets, claim);
        party.in(claim.places());
        if (!hold || joinWaitingList) party.withContact();
        var now = setting.now();
        var best = hold
                ? Standing.first(Status.HELD, now, setting.endOfHold())
                : Standing.first(order.statusWithPlaces(), now, null);
        var born = Intent.birth(registration(id, requestHash, setting, best, order));
        if (!joinWaitingList) return Plan.of(born);
        var waiting = Standing.first(Status.WAITLISTED, now, null);
        return Plan.of(born, Intent.birth(registration(id, requestHash, setting, waiting, order)));
    }

    private Registration registration(String id, String hash, Setting setting, Standing standing, Order order) {
        var entry = new Entry(setting.now(), Entry.GUEST, Entry.Act.REGISTERED, standing.status().name());
        return new Registration(
                id, setting.event().id(), standing, order, party, setting.now(), hash, List.of(entry));
    }
}
