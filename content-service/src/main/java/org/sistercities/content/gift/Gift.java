package org.sistercities.content.gift;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.gift.Offer.Rhythm;
import org.sistercities.content.gift.Offer.Way;
import org.sistercities.content.gift.Receipt.Back;
import org.sistercities.content.mirror.Dated;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.payment.Charge;
import org.sistercities.platform.payment.HostedCheckout;

/**
 * A gift, from the promise to the last receipt. Money is written down whenever it comes, also for what had lapsed: each payment once,
 * however often and in whatever order it is told of.
 *
 * @param receipts of money that came, in the order it was heard of
 * @param sessionId of the page to pay on; null as long as it is not known to be open
 * @param monthly what is charged each month, once it has begun or was told of
 * @param due when to ask the provider about it, as text that sorts by time and is nobody else's; null when there is nothing to ask
 */
public record Gift(
        String id,
        Offer offer,
        Status status,
        List<Receipt> receipts,
        @Nullable String sessionId,
        @Nullable String page,
        @Nullable Instant expiresAt,
        Instant at,
        String changed,
        @Nullable Monthly monthly,
        @Nullable String due)
        implements Dated {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** How far it has come. */
    public enum Status {
        /** A page to pay on is open. */
        PENDING,
        /** Promised. */
        PLEDGED,
        /** Money has come; of a monthly one for the first time at least. */
        SETTLED,
        /** All of it has gone back. */
        REFUNDED,
        /** None came, or of a monthly one no more does. */
        LAPSED
    }

    static Change<Gift> promised(String id, Offer offer, @Nullable Instant expiresAt, Instant now) {
        boolean byCard = offer.way() == Way.CARD;
        return Change.of(new Gift(
                id,
                offer,
                byCard ? Status.PENDING : Status.PLEDGED,
                List.of(),
                null,
                null,
                expiresAt,
                now,
                Dated.key(now, id),
                null,
                byCard && expiresAt != null ? Dated.key(expiresAt, id) : null));
    }

    /** A page to pay on is open. */
    Change<Gift> opened(HostedCheckout session, Instant askAt, Instant now) {
        if (sessionId != null || status != Status.PENDING) return Change.none(this);
        return Change.of(new Gift(
                id,
                offer,
                status,
                receipts,
                session.id(),
                session.url(),
                expiresAt,
                at,
                Dated.key(now, id),
                monthly,
                Dated.key(askAt, id)));
    }

    /**
     * Money came by card, in time or late, of this amount or another.
     *
     * @param subscription that goes on charging it each month; null for a gift that is given once
     */
    Change<Gift> paid(String payment, Charge amount, @Nullable String subscription, Instant now) {
        if (hasReceipt(payment)) return Change.none(this);
        var receipt = Receipt.of(payment, amount, LocalDate.ofInstant(now, ZoneOffset.UTC), now);
        return received(receipt, subscription == null ? monthly : Monthly.paid(monthly, subscription), now);
    }

    /** A month could not be charged; the provider tries again, and ends it at last. */
    Change<Gift> failed(String payment, LocalDate on, Instant now) {
        if (monthly == null || monthly.isOver() || hasReceipt(payment)) return Change.none(this);
        return Change.of(with(status, receipts, monthly.failed(on), now));
    }

    /**
     * Its donor wants to give no more: of a card nothing is charged when the provider has been told, of a pledge nothing is expected.
     *
     * @throws GiftRefused.NothingToEnd when it is given once, or nothing has begun yet
     */
    Change<Gift> end(Instant now) {
        if (offer.rhythm() != Rhythm.MONTHLY) throw new GiftRefused.NothingToEnd();
        if (offer.way() == Way.PLEDGE) return lapse(now);
        if (monthly == null) throw new GiftRefused.NothingToEnd();
        if (monthly.state() != Monthly.State.RUNNING) return Change.none(this); // asked again: same answer
        return Change.of(with(status, receipts, monthly.ending(), now));
    }

    /** No other month is charged, says the provider; what is still told of earlier ones counts. */
    Change<Gift> ended(String subscription, Instant now) {
        if (monthly != null && (monthly.isOver() || !monthly.subscriptionId().equals(subscription)))
            return Change.none(this);
        return Change.of(
                with(isAllBack(receipts) ? status : Status.LAPSED, receipts, Monthly.ended(subscription), now));
    }

    /** Nobody paid on the page. */
    Change<Gift> expired(Instant now) {
        return status == Status.PENDING ? Change.of(with(Status.LAPSED, receipts, monthly, now)) : Change.none(this);
    }

    /** The provider has said nothing new; it is asked again then. */
    Change<Gift> askAgain(Instant then) {
        return due == null
                ? Change.none(this)
                : Change.of(new Gift(
                        id,
                        offer,
                        status,
                        receipts,
                        sessionId,
                        page,
                        expiresAt,
                        at,
                        changed, // for nobody but us
                        monthly,
                        Dated.key(then, id)));
    }

    /**
     * Staff has seen the money of a pledge.
     *
     * @throws GiftRefused.NotAPledge when it is paid by card
     * @throws GiftRefused.AlreadySettled when it is to come once and has
     */
    Change<Gift> marked(String reference, Charge amount, LocalDate on, Instant now) {
        if (offer.way() != Way.PLEDGE) throw new GiftRefused.NotAPledge();
        if (hasReceipt(reference)) return Change.none(this); // asked again: same answer
        if (offer.rhythm() == Rhythm.ONE_OFF && !receipts.isEmpty()) throw new GiftRefused.AlreadySettled();
        return received(Receipt.of(reference, amount, on, now), null, now);
    }

    /**
     * Nothing comes, or nothing more, says staff.
     *
     * @throws GiftRefused.AlreadySettled when it was to come once and has
     * @throws GiftRefused.NotAPledge when the provider's page says so by itself
     */
    Change<Gift> lapse(Instant now) {
        if (monthly != null) return end(now);
        if (status == Status.LAPSED) return Change.none(this);
        if (offer.way() != Way.PLEDGE) throw new GiftRefused.NotAPledge();
        if (offer.rhythm() == Rhythm.ONE_OFF && !receipts.isEmpty()) throw new GiftRefused.AlreadySettled();
        return Change.of(with(Status.LAPSED, receipts, monthly, now));
    }

    /**
     * Money of this gift is to go back: by the provider, or it has gone already, by hand.
     *
     * @throws GiftRefused.NoSuchReceipt when none with this reference came
     */
    Change<Gift> refund(String reference, @Nullable String byHand, Instant now) {
        var receipt = receipt(reference);
        if (receipt.back() == Back.DONE) return Change.none(this);
        if (offer.way() == Way.CARD) return changed(reference, Receipt::requested, now);
        if (byHand == null || byHand.isBlank()) throw new GiftRefused.HowItWentBackMissing();
        return changed(reference, one -> one.back(Back.DONE, byHand), now);
    }

    /** What the provider says of the try it was asked for; of an earlier one, nothing counts any more. */
    Change<Gift> refunded(String reference, int attempt, Back state, String refund, Instant now) {
        var receipt = receipt(reference);
        if (receipt.attempt() != attempt || receipt.back() == Back.DONE) return Change.none(this);
        if (state == receipt.back() && refund.equals(receipt.refundId())) return Change.none(this);
        return changed(reference, one -> one.back(state, refund), now);
    }

    /**
     * Nobody's name is left in it; the money stays in the books.
     *
     * @throws GiftRefused.StillCharged when a card may be charged again: nobody could be told of it
     */
    Change<Gift> forget(Instant now) {
        if (monthly != null && !monthly.isOver()) throw new GiftRefused.StillCharged();
        if (offer.donor() == null) return Change.none(this);
        return Change.of(new Gift(
                id,
                offer.withoutPeople(),
                status,
                receipts,
                sessionId,
                page,
                expiresAt,
                at,
                Dated.key(now, id),
                monthly,
                due));
    }

    /** Whether more is to come each month, and its donor can say that it shall not. */
    boolean canEnd() {
        if (offer.rhythm() != Rhythm.MONTHLY) return false;
        if (offer.way() == Way.PLEDGE) return status == Status.PLEDGED || status == Status.SETTLED;
        return monthly != null && monthly.state() == Monthly.State.RUNNING;
    }

    /** What has come and stays; all of one currency, but for what no provider of ours does. */
    List<Charge> kept() {
        return receipts.stream().filter(Receipt::isKept).map(Receipt::amount).toList();
    }

    Receipt receipt(String reference) {
        return receipts.stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst()
                .orElseThrow(GiftRefused.NoSuchReceipt::new);
    }

    private boolean hasReceipt(String reference) {
        return receipts.stream().anyMatch(one -> one.reference().equals(reference));
    }

    private Change<Gift> received(Receipt receipt, @Nullable Monthly then, Instant now) {
        var all = new ArrayList<>(receipts);
        all.add(receipt);
        boolean isOver = then != null && then.isOver();
        return Change.of(with(isOver ? Status.LAPSED : Status.SETTLED, List.copyOf(all), then, now));
    }

    private Change<Gift> changed(String reference, UnaryOperator<Receipt> step, Instant now) {
        var all = receipts.stream()
                .map(one -> one.reference().equals(reference) ? step.apply(one) : one)
                .toList();
        return Change.of(with(isAllBack(all) ? Status.REFUNDED : status, all, monthly, now));
    }

    private static boolean isAllBack(List<Receipt> all) {
        return !all.isEmpty() && all.stream().noneMatch(Receipt::isKept);
    }

    /** What is under way at the provider is looked after until it is done. */
    private Gift with(Status next, List<Receipt> all, @Nullable Monthly then, Instant now) {
        boolean isUnderWay =
                all.stream().anyMatch(one -> one.back() == Back.REQUESTED) || (then != null && !then.isOver());
        var askAt = isUnderWay ? Dated.key(now.plus(SOON), id) : null;
        return new Gift(id, offer, next, all, sessionId, page, expiresAt, at, Dated.key(now, id), then, askAt);
    }
}
