package org.sistercities.events.party;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.sistercities.contracts.EventsDomainEvent;
import org.sistercities.contracts.EventsDomainEvent.Answer;
import org.sistercities.contracts.EventsDomainEvent.GuestsNamed;
import org.sistercities.contracts.EventsDomainEvent.InvitationAnswered;
import org.sistercities.contracts.EventsDomainEvent.InvitationHandedOn;
import org.sistercities.contracts.EventsDomainEvent.InvitationIssued;
import org.sistercities.contracts.EventsDomainEvent.Lapsed;
import org.sistercities.contracts.EventsDomainEvent.RegistrationAwaitingApproval;
import org.sistercities.contracts.EventsDomainEvent.RegistrationAwaitingPayment;
import org.sistercities.contracts.EventsDomainEvent.RegistrationCancelled;
import org.sistercities.contracts.EventsDomainEvent.RegistrationChanged;
import org.sistercities.contracts.EventsDomainEvent.RegistrationConfirmed;
import org.sistercities.contracts.EventsDomainEvent.RegistrationExpired;
import org.sistercities.contracts.EventsDomainEvent.RegistrationOffered;
import org.sistercities.contracts.EventsDomainEvent.RegistrationPaid;
import org.sistercities.contracts.EventsDomainEvent.RegistrationRejected;
import org.sistercities.contracts.EventsDomainEvent.RegistrationWaitlisted;
import org.sistercities.contracts.EventsDomainEvent.Tickets;
import org.sistercities.platform.aggregate.Change;

/** What the world is told of a registration. That places are held is between the party and the house. */
final class News {
    private News() {}

    /** What a step is to the world. */
    static Change<Registration> of(Registration after, Entry entry) {
        return switch (entry.what()) {
            case EXTENDED, CHECKOUT, REFUNDED, RANKED, NOTED -> Change.none(after);
            case GUESTS_NAMED -> named(after, entry.at());
            case INVITED -> issued(after, entry.at());
            case SUBSTITUTED -> Change.of(after, new InvitationHandedOn(after.id(), after.eventId(), entry.at()));
            case REGRETTED -> answered(after, entry, Answer.REGRETTED);
            case ACCEPTED -> after.invited() == null ? ofStatus(after, entry) : answered(after, entry, Answer.ACCEPTED);
            case TICKETS_CHANGED, TRANSFERRED -> changed(after, entry.at());
            case PAID -> paid(after, entry);
            default -> ofStatus(after, entry);
        };
    }

    private static Change<Registration> paid(Registration r, Entry entry) {
        var total = r.order().claim().total();
        boolean goesBack = Objects.requireNonNull(r.payment()).refundDue();
        var money = new RegistrationPaid(
                r.id(),
                r.eventId(),
                total.amount().toPlainString(),
                total.currency().getCurrencyCode(),
                goesBack,
                entry.at());
        return Change.of(r, money).then(paid -> goesBack ? Change.none(paid) : ofStatus(paid, entry));
    }

    /** The party has other tickets or another contact. */
    static Change<Registration> changed(Registration r, Instant at) {
        if (r.standing().status() == Status.HELD) return Change.none(r);
        return Change.of(r, new RegistrationChanged(r.id(), r.eventId(), tickets(r), places(r), at));
    }

    private static Change<Registration> issued(Registration r, Instant at) {
        return Change.of(r, new InvitationIssued(r.id(), r.eventId(), tickets(r), places(r), until(r), at));
    }

    private static Change<Registration> answered(Registration r, Entry entry, Answer answer) {
        var answered = new InvitationAnswered(r.id(), r.eventId(), answer, tickets(r), places(r), entry.at());
        return Change.of(r, answered).then(same -> ofStatus(same, entry));
    }

    private static Change<Registration> named(Registration r, Instant at) {
        int names = r.party().names().size();
        return Change.of(r, new GuestsNamed(r.id(), r.eventId(), names, places(r), at));
    }

    private static Change<Registration> ofStatus(Registration r, Entry entry) {
        var id = r.id();
        var event = r.eventId();
        var tickets = tickets(r);
        int places = places(r);
        var at = entry.at();
        return switch (r.standing().status()) {
            case HELD -> Change.none(r);
            case CONFIRMED -> Change.of(r, new RegistrationConfirmed(id, event, tickets, places, at));
            case WAITLISTED -> Change.of(r, new RegistrationWaitlisted(id, event, tickets, places, at));
            case OFFERED -> Change.of(r, new RegistrationOffered(id, event, tickets, places, until(r), at));
            case AWAITING_APPROVAL -> Change.of(r, new RegistrationAwaitingApproval(id, event, tickets, places, at));
            case AWAITING_PAYMENT -> Change.of(r, awaitingPayment(r, at));
            case REJECTED -> Change.of(r, new RegistrationRejected(id, event, tickets, places, at));
            case CANCELLED -> {
                boolean byParty = entry.by().equals(Entry.GUEST) || entry.what() == Entry.Act.REGRETTED;
                yield Change.of(r, new RegistrationCancelled(id, event, tickets, places, byParty, at));
            }
            case EXPIRED -> Change.of(r, new RegistrationExpired(id, event, tickets, places, lapsed(entry), at));
        };
    }

    private static RegistrationAwaitingPayment awaitingPayment(Registration r, Instant at) {
        var total = r.order().claim().total();
        return new RegistrationAwaitingPayment(
                r.id(),
                r.eventId(),
                tickets(r),
                places(r),
                total.amount().toPlainString(),
                total.currency().getCurrencyCode(),
                until(r),
                at);
    }

    private static int places(Registration registration) {
        return registration.order().claim().places();
    }

    private static Instant until(Registration registration) {
        return Objects.requireNonNull(registration.standing().until());
    }

    private static Lapsed lapsed(Entry entry) {
        return switch (Status.valueOf(Objects.requireNonNull(entry.detail()))) {
            case OFFERED -> Lapsed.OFFER;
            case AWAITING_PAYMENT -> Lapsed.PAYMENT;
            default -> Lapsed.HOLD;
        };
    }

    private static List<Tickets> tickets(Registration registration) {
        return registration.order().tickets().stream()
                .map(some -> new EventsDomainEvent.Tickets(some.ticketType(), some.count()))
                .toList();
    }
}
