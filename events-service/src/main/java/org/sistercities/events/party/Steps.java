package org.sistercities.events.party;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Money;
import org.sistercities.events.event.Tickets;

/**
 * The steps of a registration that move places, each planned by what it is now. One that was made before gets the same answer.
 *
 * @param by who wants it
 */
public record Steps(Registration registration, Setting setting, String by) {
    private static final int MOST_CHECKOUTS = 5; // each keeps the places a while longer

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
     *
     * @param told how much has come, for whoever wants it compared with what was to be paid
     * @throws OtherAmount when it is not that
     */
    public Plan pay(Payment payment, @Nullable Money told) {
        var known = registration.payment();
        if (known != null && known.reference().equals(payment.reference())) return Plan.NOTHING;
        boolean wasExpected = standing().status() == Status.AWAITING_PAYMENT || expiredUnpaid();
        if (known != null || !(wasExpected || standing().status() == Status.CANCELLED))
            throw new NotAwaited("payment", status());
        var total = order().claim().total();
        if (told != null && !told.equals(total)) throw new OtherAmount(told, total);
        return wasExpected ? paidOrTooLate(payment) : Plan.of(tooLate(payment));
    }

    /**
     * Keeps the places while the party pays by card, on a page that is opened next. Asked again while it pays, nothing changes.
     *
     * @param details what the party tells now
     * @param over the number of the last page, if it is known to be over; else 0
     * @throws NotAwaited when no places are kept for it
     * @throws NothingToPay when they cost nothing
     * @throws TooManyCheckouts when it has tried too often
     */
    public Plan checkout(Details details, int over) {
        boolean isKept = standing().status().places() == Status.Places.UNTIL
                && !standing().hasLapsed(setting.now());
        if (!isKept || !setting.offers()) throw new NotAwaited("payment", status());
        if (order().claim().total().isZero()) throw new NothingToPay();
        int number = registration.checkouts();
        if (isPaying() && number != over) return Plan.NOTHING;
        if (number >= MOST_CHECKOUTS) throw new TooManyCheckouts(number);
        details.over(registration.party()).withContact().in(order().claim().places());
        var entry = entry(Entry.Act.CHECKOUT, String.valueOf(number + 1));
        return Plan.step(Transition.to(standing().keptUntil(setting.endOfCheckout()), entry)
                .telling(details));
    }

    /**
     * Records that money has come by card. It is there, so this refuses nothing: whoever pays too late gets the places back if they are
     * still there, and else the money. A second payment, or one of another amount, changes nothing here and is for the caller to see to.
     */
    public Plan settle(Payment payment, Money amount) {
        if (registration.payment() != null || !amount.equals(order().claim().total())) return Plan.NOTHING;
        if (status() == Status.CANCELLED || status() == Status.REJECTED) return Plan.of(tooLate(payment));
        return paidOrTooLate(payment);
    }

    /**
     * Gives the party other tickets, if there are places for them; those it gives up are free.
     *
     * @throws PriceWouldChange when they cost something else while it is invoiced or being paid, or more than was paid
     * @throws ApprovalNeeded when it wants more of what is given by approval than it has
     */
    public Plan changeTickets(List<Tickets> tickets, @Nullable String reason) {
        registration.mustNotBeInvited();
        if (tickets.equals(order().tickets())) return Plan.NOTHING;
        registration.changeable(setting, by);
        var claim = setting.event().claim(tickets, order().tickets(), order().code(), setting.now());
        if (by.equals(Entry.GUEST)) mustNotNeedApproval(tickets);
        var total = order().claim().total();
        if (!mayCost(claim.total(), total)) throw new PriceWouldChange(total, claim.total());
        return Plan.step(Transition.to(standing().again(), entry(Entry.Act.TICKETS_CHANGED, reason))
                .ordering(new Order(tickets, claim, order().code())));
    }

    /** Of what was paid, the rest goes back; what is being paid stays as it is, for nobody knows what is on its way. */
    private boolean mayCost(Money wanted, Money now) {
        if (isPaying() || standing().status() == Status.AWAITING_PAYMENT) return wanted.equals(now);
        if (standing().status() != Status.CONFIRMED) return true;
        return wanted.currency().equals(now.currency()) && wanted.isAtMost(now);
    }

    private void mustNotNeedApproval(List<Tickets> wanted) {
        for (var some : wanted) {
            var type = setting.event().ticketType(some.ticketType()).orElseThrow();
            boolean has = order().tickets().stream()
                    .anyMatch(had -> had.ticketType().equals(type.id()) && had.count() >= some.count());
            if (type.byApproval() && !has) throw new ApprovalNeeded(type);
        }
    }

    /** There are no places at an event that is called off or over, however many are free. */
    private Plan paidOrTooLate(Payment payment) {
        boolean takesPlace = setting.event().isPublished() && !setting.event().isOver(setting.now());
        return takesPlace ? Plan.of(paid(payment), tooLate(payment)) : Plan.of(tooLate(payment));
    }

    private Intent paid(Payment payment) {
        return recording(payment, standing().then(Status.CONFIRMED, setting.now()));
    }

    private Intent tooLate(Payment payment) {
        return recording(payment.toBeRefunded(), standing().again());
    }

    private Intent recording(Payment payment, Standing next) {
        var entry = entry(Entry.Act.PAID, payment.reference());
        var all = payment.of(order().claim().total());
        return Intent.step(new Transition(next, null, Details.NONE, all, entry));
    }

    /** Whether a page to pay on may still be open. */
    private boolean isPaying() {
        return registration.payment() == null
                && registration
                        .lastCheckout()
                        .filter(opened -> setting.now()
                                .isBefore(opened.plus(setting.terms().checkout())))
                        .isPresent();
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
