package org.sistercities.events.party;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Tickets;

/**
 * Somebody is to be invited.
 *
 * @param by who of the events team invites
 * @param note for the events team only
 */
public record Invite(
        Invited invited,
        Contact contact,
        String by,
        @Nullable String note) {

    /**
     * The invitation, if there are places for all its guests; they are kept until the answer is due.
     *
     * @param id derived from the event and whatever makes the invitee known
     * @throws AnswerByInThePast when there would be no time to answer
     */
    public Plan plan(String id, String requestHash, Setting setting) {
        var until = setting.endOf(invited.answerBy());
        var order = order(setting, invited, invited.places());
        var standing = Standing.after(null, Status.HELD, setting.now(), until);
        var entry = setting.entry(by, Entry.Act.INVITED, note);
        var invitation = new Registration(
                id,
                setting.event().id(),
                standing,
                order,
                new Party(contact, List.of()),
                null,
                setting.now(),
                requestHash,
                List.of(entry),
                invited.with(null, until));
        return Plan.of(Intent.birth(invitation));
    }

    /** What so many of its guests get: the host pays for those it invites. */
    static Order order(Setting setting, Invited invited, int guests) {
        var tickets = new Tickets(invited.ticketType(), guests);
        return new Order(List.of(tickets), setting.event().claimForInvited(tickets, setting.now()), null);
    }
}
