package org.sistercities.events.party;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Code;
import org.sistercities.events.event.Tickets;

/**
 * What a party asks for when it comes.
 *
 * @param code what it shows to get it
 * @param hold whether places are only to be held for now
 * @param joinWaitingList whether it will wait if there are no places
 */
public record Application(
        Party party, List<Tickets> tickets, @Nullable Code code, boolean hold, boolean joinWaitingList) {

    /**
     * The registration a party would get if the places are there, and else, if it will wait, a place in line.
     *
     * @param id derived from the event and the request's key
     * @throws PaymentNotOffered when it would have to pay, and cannot
     * @throws MoreGuestsThanPlaces when it names more guests than it asks for tickets
     * @throws ContactMissing when places are not only to be held, and nobody speaks for the party
     */
    public Plan plan(String id, String requestHash, Setting setting) {
        var order = new Order(tickets, setting.event().claim(tickets, code, setting.now()), code);
        party.in(order.claim().places());
        if (byApproval(setting)) return born(id, requestHash, setting, order, Status.AWAITING_APPROVAL);
        if (!hold || joinWaitingList) party.withContact();
        var best = hold ? setting.held() : setting.seated(null, order);
        var choices = new ArrayList<Intent>();
        choices.add(Intent.birth(registration(id, requestHash, setting, best, order)));
        if (joinWaitingList && order.mayWait())
            choices.addAll(
                    born(id, requestHash, setting, order, Status.WAITLISTED).choices());
        return new Plan(List.copyOf(choices));
    }

    private boolean byApproval(Setting setting) {
        boolean approved = tickets.stream()
                .anyMatch(some -> setting.event()
                        .ticketType(some.ticketType())
                        .orElseThrow()
                        .byApproval());
        if (approved) party.withContact();
        return approved;
    }

    /** A registration without places. */
    private Plan born(String id, String hash, Setting setting, Order order, Status status) {
        var standing = Standing.after(null, status, setting.now(), null);
        return Plan.of(Intent.birth(registration(id, hash, setting, standing, order)));
    }

    private Registration registration(String id, String hash, Setting setting, Standing standing, Order order) {
        var entry = setting.entry(
                Entry.GUEST, Entry.Act.REGISTERED, standing.status().name());
        return new Registration(
                id, setting.event().id(), standing, order, party, null, setting.now(), hash, List.of(entry), null);
    }
}
