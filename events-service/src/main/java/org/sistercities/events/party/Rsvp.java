package org.sistercities.events.party;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.problem.Rejection;

/**
 * What follows an invitation. Until the answer is due it can be changed, as long as there are places; a regret frees them at
 * once, and is taken until the event begins. The events team may answer for somebody who calls, at any time.
 *
 * @param by who answers
 */
public record Rsvp(Registration registration, Setting setting, String by) {

    public static Rsvp of(Steps steps) {
        return new Rsvp(steps.registration(), steps.setting(), steps.by());
    }

    /**
     * The invitee comes, alone or with others.
     *
     * @param guests the invitee first; null for the invitee alone, or for what was answered before
     * @throws AnswerTooLate when the answer was due before
     * @throws MoreGuestsThanPlaces when more come than may
     */
    public Plan accept(@Nullable List<Guest> guests) {
        stands();
        if (guests == null && reply() == Reply.ACCEPTED) return Plan.NOTHING;
        inTime();
        var coming = coming(guests);
        if (coming.size() > invited().places())
            throw new MoreGuestsThanPlaces(coming.size(), invited().places());
        for (var guest : coming) guest.answering(setting.event(), invited().ticketType());
        var order = Invite.order(setting, invited(), coming.size());
        if (reply() != Reply.ACCEPTED) return seated(order, coming, Entry.Act.ACCEPTED);
        if (!order.equals(registration.order())) return seated(order, coming, Entry.Act.TICKETS_CHANGED);
        if (coming.equals(registration.party().guests())) return Plan.NOTHING;
        return seated(order, coming, Entry.Act.GUESTS_NAMED);
    }

    /**
     * The invitee does not come, nor anybody in their place.
     *
     * @param word for the hosts
     */
    public Plan regret(@Nullable String word) {
        if (reply() == Reply.REGRETTED) return Plan.NOTHING;
        stands();
        setting.stillOpen(by, setting.event().startsAt());
        return Plan.step(Transition.to(
                standing().then(Status.CANCELLED, setting.now()), setting.entry(by, Entry.Act.REGRETTED, word)));
    }

    /**
     * Asks once more, whatever has become of the invitation: places are kept for all its guests until the new date.
     *
     * @throws AlreadyAccepted when there is nothing to ask any more
     */
    public Plan renew(Instant answerBy) {
        if (reply() == Reply.ACCEPTED) throw new AlreadyAccepted();
        var until = setting.endOf(answerBy);
        if (reply() == Reply.AWAITED && until.equals(invited().answerBy())) return Plan.NOTHING;
        var held = new Standing(standing().step() + 1, Status.HELD, setting.now(), until, false);
        return Plan.step(Transition.to(held, setting.entry(by, Entry.Act.INVITED, null))
                .ordering(Invite.order(setting, invited(), invited().places())));
    }

    /** Somebody else comes in the invitee's place; of the invitee, the invitation keeps who was asked. */
    public Change<Registration> substitute(Invitee other) {
        if (other.equals(invited().expected())) return Change.none(registration); // asked again: same answer
        stands();
        if (reply() == Reply.AWAITED) inTime();
        else registration.changeable(setting, by);
        var name = other.contact().name();
        var party = new Party(other.contact(), registration.party().guests());
        if (!party.guests().isEmpty()) party = party.with(1, Guest.named(name));
        return told(party, invited().with(other, invited().answerBy()), Entry.Act.SUBSTITUTED, name);
    }

    /** Says anew where the guests stand at the door and at table. */
    public Change<Registration> rank(@Nullable String category, @Nullable Integer precedence) {
        var ranked = invited().ranked(category, precedence);
        if (ranked.equals(invited())) return Change.none(registration);
        return told(registration.party(), ranked, Entry.Act.RANKED, null);
    }

    /** Notes something for the events team. */
    public Change<Registration> note(String text) {
        return told(registration.party(), invited(), Entry.Act.NOTED, text);
    }

    private Change<Registration> told(Party party, Invited invited, Entry.Act act, @Nullable String detail) {
        var entry = setting.entry(by, act, detail);
        return News.of(registration.inviting(party, invited, entry), entry);
    }

    private Plan seated(Order order, List<Guest> coming, Entry.Act act) {
        return Plan.step(Transition.to(
                        Standing.after(standing(), Status.CONFIRMED, setting.now(), null), setting.entry(by, act, null))
                .ordering(order)
                .telling(new Details(null, coming)));
    }

    private List<Guest> coming(@Nullable List<Guest> told) {
        if (told != null && !told.isEmpty()) return List.copyOf(told);
        var contact = registration.party().contact();
        return List.of(contact == null ? Guest.UNNAMED : Guest.named(contact.name()));
    }

    private void stands() {
        if (reply() == Reply.WITHDRAWN) throw new InvitationWithdrawn();
        if (by.equals(Entry.GUEST) && registration.history().size() >= Registration.MOST_CHANGES)
            throw new TooManyChanges(registration.history().size());
    }

    private void inTime() {
        var due = invited().answerBy();
        if (by.equals(Entry.GUEST) && !setting.now().isBefore(due)) throw new AnswerTooLate(due);
    }

    private Reply reply() {
        return Reply.of(registration, setting.now());
    }

    private Standing standing() {
        return registration.standing();
    }

    private Invited invited() {
        return Objects.requireNonNull(registration.invited());
    }

    /** The answer was due until then. */
    public static final class AnswerTooLate extends Rejection {
        AnswerTooLate(Instant due) {
            super(Reason.CONFLICT, "The answer was due until " + due + "; ask the events team.");
            with("answerBy", due);
        }
    }

    /** The events team has taken the invitation back, or the event is called off. */
    public static final class InvitationWithdrawn extends Rejection {
        InvitationWithdrawn() {
            super(Reason.CONFLICT, "The invitation does not stand any more.");
        }
    }

    /** Whoever has accepted need not be asked again. */
    public static final class AlreadyAccepted extends Rejection {
        AlreadyAccepted() {
            super(Reason.CONFLICT, "The invitation is accepted.");
        }
    }
}
