package org.sistercities.events.party;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Tickets;

/**
 * The steps of a registration that move places, each planned by what it is now. One that was made before gets the same answer.
 *
 * @param by who wants it
 */
public record Steps(Registration registration, Setting setting, String by) {

    /** Keeps the places as long again, once. */
    public Plan extend() {
        registration.mustNotBeInvited();
        var until = held();
        if (standing().extended()) throw new AlreadyExtended(until);
        return Plan.step(Transition.to(
                standing().extendedUntil(until.plus(setting.terms().hold())), entry(Entry.Act.EXTENDED, null)));
    }

    /**
     * Makes held places the party's, or keeps them until it has paid.
     *
     * @param details what the party tells now
     */
    public Plan confirm(Details details) {
        registration.mustNotBeInvited();
        if (isSeated()) return Plan.NOTHING;
        held();
        details.over(registration.party()).withContact().in(order().claim().places());
        return Plan.step(seated(Entry.Act.CONFIRMED, null).telling(details));
    }

    /** Takes the places that are offered to a party of the waiting list. */
    public Plan accept() {
        if (isSeated()) return Plan.NOTHING;
        var until = standing().until();
        if (standing().status() != Status.OFFERED || until == null) throw new NotOffered(status());
        if (standing().hasLapsed(setting.now())) throw new OfferExpired(until);
        return Plan.step(seated(Entry.Act.ACCEPTED, null));
    }

    /** Gives the places up, or the wait for them; what was paid has to go back. */
    public Plan cancel(@Nullable String reason) {
        if (standing().status() == Status.CANCELLED) return Plan.NOTHING;
        if (status().isOver()) throw new RegistrationOver(status());
        setting.stillOpen(by, setting.event().startsAt());
        var payment = registration.payment();
        boolean regret = registration.invited() != null && by.equals(Entry.GUEST);
        var act = regret ? Entry.Act.REGRETTED : Entry.Act.CANCELLED;
        return Plan.step(to(Status.CANCELLED, act, reason).paying(payment == null ? null : payment.toBeRefunded()));
    }

    /** Records that time has run out, which holds whether recorded or not. */
    public Plan expire() {
        if (!standing().hasLapsed(setting.now())) return Plan.NOTHING;
        return Plan.step(
                to(Status.EXPIRED, Entry.Act.EXPIRED, standing().status().name()));
    }

    /**
     * Gives the party places after all.
     *
     * @param orWait whether it joins the waiting list if there are none
     */
    public Plan approve(boolean orWait) {
        if (isSeated()) return Plan.NOTHING;
        if (standing().status() != Status.AWAITING_APPROVAL) throw new NotAwaited("approval", status());
        var seated = Intent.step(seated(Entry.Act.APPROVED, null));
        if (!orWait || !order().mayWait()) return Plan.of(seated);
        return Plan.of(seated, Intent.step(to(Status.WAITLISTED, Entry.Act.APPROVED, Status.WAITLISTED.name())));
    }

    public Plan reject(String note) {
        if (standing().status() == Status.REJECTED) return Plan.NOTHING;
        if (standing().status() != Status.AWAITING_APPROVAL) throw new NotAwaited("approval", status());
        return Plan.step(to(Status.REJECTED, Entry.Act.REJECTED, note));
    }

    /**
     * Records that money has come. Whoever pays too late gets the places back if they are still there; if not, the payment is
     * recorded as one to be refunded, and nothing else changes.
     */
    public Plan pay(Payment payment) {
        var known = registration.payment();
        if (known != null && known.reference().equals(payment.reference())) return Plan.NOTHING;
        var entry = entry(Entry.Act.PAID, payment.reference());
        boolean wasExpected = standing().status() == Status.AWAITING_PAYMENT || expiredUnpaid();
        var confirmed =
                new Transition(standing().then(Status.CONFIRMED, setting.now()), null, Details.NONE, payment, entry);
        var tooLate = new Transition(standing().again(), null, Details.NONE, payment.toBeRefunded(), entry);
        if (wasExpected && known == null) return Plan.of(Intent.step(confirmed), Intent.step(tooLate));
        if (standing().status() == Status.CANCELLED && known == null) return Plan.step(tooLate);
        throw new NotAwaited("payment", status());
    }

    /**
     * Gives the party other tickets, if there are places for them; those it gives up are free.
     *
     * @throws PriceWouldChange when it is confirmed and they cost something else
     * @throws ApprovalNeeded when it wants more of what is given by approval than it has
     */
    public Plan changeTickets(List<Tickets> tickets, @Nullable String reason) {
        registration.mustNotBeInvited();
        if (tickets.equals(order().tickets())) return Plan.NOTHING;
        registration.changeable(setting, by);
        var claim = setting.event().claim(tickets, order().tickets(), order().code(), setting.now());
        if (by.equals(Entry.GUEST)) mustNotNeedApproval(tickets);
        var total = order().claim().total();
        boolean priced = standing().status() == Status.CONFIRMED || standing().status() == Status.AWAITING_PAYMENT;
        if (priced && !claim.total().equals(total)) throw new PriceWouldChange(total, claim.total());
        return Plan.step(Transition.to(standing().again(), entry(Entry.Act.TICKETS_CHANGED, reason))
                .ordering(new Order(tickets, claim, order().code())));
    }

    private void mustNotNeedApproval(List<Tickets> wanted) {
        for (var some : wanted) {
            var type = setting.event().ticketType(some.ticketType()).orElseThrow();
            boolean has = order().tickets().stream()
                    .anyMatch(had -> had.ticketType().equals(type.id()) && had.count() >= some.count());
            if (type.byApproval() && !has) throw new ApprovalNeeded(type);
        }
    }

    private boolean expiredUnpaid() {
        return standing().status() == Status.EXPIRED
                && Status.AWAITING_PAYMENT
                        .name()
                        .equals(registration.history().stream()
                                .filter(entry -> entry.what() == Entry.Act.EXPIRED)
                                .map(Entry::detail)
                                .findFirst()
                                .orElse(null));
    }

    private boolean isSeated() {
        return standing().status() == Status.CONFIRMED
                || (standing().status() == Status.AWAITING_PAYMENT
                        && !standing().hasLapsed(setting.now()));
    }

    private Instant held() {
        var until = standing().until();
        if (standing().status() != Status.HELD || until == null) throw new NotHeld(status());
        if (standing().hasLapsed(setting.now())) throw new HoldExpired(until);
        return until;
    }

    private Transition seated(Entry.Act act, @Nullable String detail) {
        return Transition.to(setting.seated(standing(), order()), entry(act, detail));
    }

    private Transition to(Status status, Entry.Act act, @Nullable String detail) {
        return Transition.to(standing().then(status, setting.now()), entry(act, detail));
    }

    private Entry entry(Entry.Act act, @Nullable String detail) {
        return setting.entry(by, act, detail);
    }

    private Status status() {
        return standing().at(setting.now());
    }

    private Standing standing() {
        return registration.standing();
    }

    private Order order() {
        return registration.order();
    }
}
