package org.sistercities.content.gift;

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
        @Nullable String due)
        implements Dated {

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
                Dated.key(askAt, id)));
    }

    /** Money came by card, in time or late, of this amount or another. */
    Change<Gift> paid(String payment, Charge amount, Instant now) {
        if (hasReceipt(payment)) return Change.none(this);
        return received(Receipt.of(payment, amount, LocalDate.ofInstant(now, ZoneOffset.UTC), now), now);
    }

    /** Nobody paid on the page. */
    Change<Gift> expired(Instant now) {
        return status == Status.PENDING ? Change.of(with(Status.LAPSED, receipts, null, now)) : Change.none(this);
    }

    /** The provider has said nothing new; it is asked again then. */
    Change<Gift> askAgain(Instant then, Instant now) {
        return due == null ? Change.none(this) : Change.of(with(status, receipts, Dated.key(then, id), now));
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
        return received(Receipt.of(reference, amount, on, now), now);
    }

    /**
     * Nothing comes, or nothing more.
     *
     * @throws GiftRefused.AlreadySettled when it was to come once and has
     * @throws GiftRefused.NotAPledge when the provider's page says so by itself
     */
    Change<Gift> lapse(Instant now) {
        if (status == Status.LAPSED) return Change.none(this);
        if (offer.way() != Way.PLEDGE) throw new GiftRefused.NotAPledge();
        if (offer.rhythm() == Rhythm.ONE_OFF && !receipts.isEmpty()) throw new GiftRefused.AlreadySettled();
        return Change.of(with(Status.LAPSED, receipts, null, now));
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

    /** Nobody's name is left in it; the money stays in the books. */
    Change<Gift> forget(Instant now) {
        if (offer.donor() == null) return Change.none(this);
        return Change.of(new Gift(
                id, offer.withoutPeople(), status, receipts, sessionId, page, expiresAt, at, Dated.key(now, id), due));
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

    private Change<Gift> received(Receipt receipt, Instant now) {
        var all = new ArrayList<>(receipts);
        all.add(receipt);
        return Change.of(with(Status.SETTLED, List.copyOf(all), null, now));
    }

    private Change<Gift> changed(String reference, UnaryOperator<Receipt> step, Instant now) {
        var all = receipts.stream()
                .map(one -> one.reference().equals(reference) ? step.apply(one) : one)
                .toList();
        boolean isAllBack = all.stream().noneMatch(Receipt::isKept);
        return Change.of(with(isAllBack ? Status.REFUNDED : status, all, nextAsk(all, now), now));
    }

    /** A refund under way is looked after until it is done. */
    private @Nullable String nextAsk(List<Receipt> all, Instant now) {
        boolean isUnderWay = all.stream().anyMatch(one -> one.back() == Back.REQUESTED);
        return isUnderWay ? Dated.key(now.plusSeconds(60), id) : null;
    }

    private Gift with(Status next, List<Receipt> all, @Nullable String askAt, Instant now) {
        return new Gift(id, offer, next, all, sessionId, page, expiresAt, at, Dated.key(now, id), askAt);
    }
}
