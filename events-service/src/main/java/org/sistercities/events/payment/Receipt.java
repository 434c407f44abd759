package org.sistercities.events.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.EventsDomainEvent.RefundMade;
import org.sistercities.events.event.Money;
import org.sistercities.events.party.Payment;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Status;
import org.sistercities.platform.aggregate.Change;

/**
 * Money that has come once, and what becomes of it. Card money that is due to go back is sent by a worker, a transfer by hand.
 *
 * @param id of the checkout it was paid by, or made of the registration's for a transfer: whatever is heard twice makes it once
 * @param reference the provider's or the bank's
 * @param why it goes back or was put aside; null while it is kept
 * @param attempt which try at sending it back this is, from 1; each has a key of its own, so none is made twice
 * @param refundId of the repayment, as the provider or the bank names it
 * @param due when a worker is to look after it, as text that sorts by time and is nobody else's; null when none is
 */
public record Receipt(
        String id,
        String registrationId,
        String eventId,
        Method method,
        String reference,
        Money amount,
        LocalDate receivedOn,
        Instant createdAt,
        State state,
        @Nullable Why why,
        int attempt,
        @Nullable String refundId,
        @Nullable String problem,
        @Nullable String due,
        @Nullable Instant dueAt) {
    private static final Duration PAUSE = Duration.ofMinutes(5);

    /** How it came. */
    public enum Method {
        TRANSFER,
        CARD
    }

    /** What becomes of it. */
    public enum State {
        /** It pays for places. */
        KEPT,
        /** It is not what was expected, and the events team says what becomes of it. */
        ASIDE,
        /** It has to go back. */
        DUE,
        /** The provider is sending it back. */
        REQUESTED,
        /** It has gone back. */
        DONE,
        /** The provider could not send it back. */
        FAILED
    }

    /** Why money does not stay. */
    public enum Why {
        /** Its places were gone when it came. */
        TOO_LATE,
        CANCELLED,
        /** The party has paid before. */
        PAID_TWICE,
        /** It is another amount than was to be paid. */
        OTHER_AMOUNT,
        /** The party has changed to tickets that cost less. */
        LESS_TO_PAY
    }

    /** What a registration says of the money it was paid with. */
    static Receipt of(Registration registration, Payment payment, Instant now) {
        var id = payment.checkout() != null ? payment.checkout() : registration.id() + "-transfer";
        var method = payment.checkout() != null ? Method.CARD : Method.TRANSFER;
        var amount = Objects.requireNonNull(payment.amount(), "paid, but nobody knows what");
        var kept = received(id, registration, method, payment, amount, State.KEPT, null, now);
        if (!payment.refundDue()) return kept;
        boolean isCancelled = registration.standing().status() == Status.CANCELLED;
        return kept.due(isCancelled ? Why.CANCELLED : Why.TOO_LATE, now);
    }

    /**
     * Money that came by card.
     *
     * @param registration as it is once the payment was put to it
     */
    public static Receipt byCard(Registration registration, Payment payment, Money amount, Instant now) {
        var id = Objects.requireNonNull(payment.checkout());
        var taken = registration.payment();
        if (taken != null && id.equals(taken.checkout())) return of(registration, taken, now);
        if (taken == null)
            return received(id, registration, Method.CARD, payment, amount, State.ASIDE, Why.OTHER_AMOUNT, now);
        return received(id, registration, Method.CARD, payment, amount, State.KEPT, null, now)
                .due(Why.PAID_TWICE, now);
    }

    /** It has to go back; that is so once and for all. */
    Change<Receipt> refundDue(Why reason, Instant now) {
        return Change.of(state == State.KEPT && !amount.isZero() ? due(reason, now) : this);
    }

    /** Whether it is more than the places cost that it pays for. */
    boolean isMoreThan(Money cost) {
        return state == State.KEPT && !amount.isAtMost(cost);
    }

    /** The part of it that goes back when less is to be paid; its id says what it was taken from, so it is taken once. */
    Receipt part(Money cost, Instant now) {
        return new Receipt(
                        partId(),
                        registrationId,
                        eventId,
                        method,
                        reference,
                        amount.minus(cost),
                        receivedOn,
                        now,
                        State.KEPT,
                        null,
                        0,
                        null,
                        null,
                        null,
                        null)
                .due(Why.LESS_TO_PAY, now);
    }

    /** The rest, once a part of it is due to go back; taken before, nothing more is. */
    Change<Receipt> without(Receipt part) {
        return Change.of(state == State.KEPT && part.id.equals(partId()) ? of(amount.minus(part.amount)) : this);
    }

    private String partId() {
        return id + "-of-" + amount.amount().toPlainString();
    }

    private Receipt of(Money rest) {
        return new Receipt(
                id,
                registrationId,
                eventId,
                method,
                reference,
                rest,
                receivedOn,
                createdAt,
                state,
                why,
                attempt,
                refundId,
                problem,
                due,
                dueAt);
    }

    /**
     * The events team has it sent back, or sent once more.
     *
     * @throws NoRefundDue when it pays for places
     */
    Change<Receipt> sentBack(Instant now) {
        return switch (state) {
            case KEPT -> throw new NoRefundDue();
            case ASIDE -> Change.of(due(Objects.requireNonNull(why), now));
            case FAILED -> Change.of(with(State.DUE, why, attempt + 1, null, null, now));
            case DUE, REQUESTED, DONE -> Change.none(this); // asked again: same answer
        };
    }

    /**
     * The events team has sent it back itself.
     *
     * @throws NoRefundDue when it pays for places
     * @throws SentByTheProvider when a worker is at it
     */
    Change<Receipt> repaid(String how, Instant now) {
        boolean byHand = method == Method.TRANSFER || state == State.ASIDE || state == State.FAILED;
        return switch (state) {
            case KEPT -> throw new NoRefundDue();
            case DONE -> Change.none(this); // asked again: same answer
            case REQUESTED -> throw new SentByTheProvider();
            case ASIDE, DUE, FAILED -> {
                if (!byHand) throw new SentByTheProvider();
                yield done(how, now);
            }
        };
    }

    /** Takes it for a while, for one who will look after it; nothing changes when it is not due. */
    Change<Receipt> claim(Instant until, Instant now) {
        if (dueAt == null || now.isBefore(dueAt)) return Change.none(this);
        return Change.of(with(state, why, attempt, refundId, problem, until));
    }

    /** The provider has begun to send it back. */
    Change<Receipt> requested(String repayment, Instant now) {
        if (state != State.DUE) return Change.none(this);
        return Change.of(with(State.REQUESTED, why, attempt, repayment, null, now.plus(PAUSE)));
    }

    /** It has gone back. */
    Change<Receipt> done(String repayment, Instant now) {
        if (state == State.DONE || state == State.KEPT) return Change.none(this);
        return Change.of(
                with(State.DONE, why, attempt, repayment, null, null),
                new RefundMade(
                        id,
                        registrationId,
                        eventId,
                        amount.amount().toPlainString(),
                        amount.currency().getCurrencyCode(),
                        now));
    }

    /** The provider could not send it back, or thought it had. */
    Change<Receipt> failed(@Nullable String repayment, String reason) {
        boolean isAbout = repayment == null ? state == State.DUE : refundId == null || repayment.equals(refundId);
        if (!isAbout || state == State.KEPT) return Change.none(this);
        return Change.of(with(State.FAILED, why, attempt, repayment, reason, null));
    }

    /** What the provider is told this try is for; also its key. */
    String repaymentReference() {
        return id + "/" + attempt;
    }

    /** The id of the receipt a repayment is for. */
    static String idOf(String repaymentReference) {
        return repaymentReference.replaceFirst("/.*", "");
    }

    private Receipt due(Why reason, Instant now) {
        return with(State.DUE, reason, 1, null, null, method == Method.CARD ? now : null);
    }

    private static Receipt received(
            String id,
            Registration registration,
            Method method,
            Payment payment,
            Money amount,
            State state,
            @Nullable Why why,
            Instant now) {
        return new Receipt(
                id,
                registration.id(),
                registration.eventId(),
                method,
                payment.reference(),
                amount,
                payment.receivedOn(),
                now,
                state,
                why,
                0,
                null,
                null,
                null,
                null);
    }

    private Receipt with(
            State next,
            @Nullable Why reason,
            int tried,
            @Nullable String repayment,
            @Nullable String wrong,
            @Nullable Instant at) {
        return new Receipt(
                id,
                registrationId,
                eventId,
                method,
                reference,
                amount,
                receivedOn,
                createdAt,
                next,
                reason,
                tried,
                repayment,
                wrong,
                at == null ? null : Due.key(at, id),
                at);
    }
}
