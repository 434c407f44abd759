package org.sistercities.content.gift;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.payment.Instalment;
import org.sistercities.platform.payment.ProviderAway;
import org.sistercities.platform.payment.Subscription;
import org.springframework.stereotype.Component;

/**
 * Follows what is charged each month, and ends it. That somebody wants no more is stored before the provider is told; when nobody knows what
 * it did, {@link SilentGifts} tells it again.
 */
@Component
class MonthlyGifts {
    private final GiftDesk desk;
    private final Gifts gifts;
    private final Clock clock;

    MonthlyGifts(GiftDesk desk, Gifts gifts, Clock clock) {
        this.desk = desk;
        this.gifts = gifts;
        this.clock = clock;
    }

    /** Its donor wants to give no more. */
    Stored<Gift> end(String id) {
        return ended(gifts.change(id, gift -> gift.end(clock.instant())));
    }

    /** Nothing comes of it, or nothing more, says staff. */
    Stored<Gift> lapse(String id, long revision) {
        return ended(gifts.change(id, revision, gift -> gift.lapse(clock.instant())));
    }

    private Stored<Gift> ended(Stored<Gift> gift) {
        var monthly = gift.state().monthly();
        if (monthly == null || monthly.state() != Monthly.State.ENDING) return gift;
        try {
            return look(gift.id(), monthly);
        } catch (ProviderAway e) {
            return gift; // it is known that nobody wants more, and told again
        }
    }

    /** What the provider says when it is asked; what is to end is ended. */
    Stored<Gift> look(String id, Monthly monthly) {
        var subscription = monthly.subscriptionId();
        boolean isEnding = monthly.state() == Monthly.State.ENDING;
        return look(
                id,
                isEnding ? desk.provider().end(subscription) : desk.provider().readSubscription(subscription));
    }

    /** When there is no other month, all that were paid are known. */
    private Stored<Gift> look(String id, Subscription told) {
        for (var paid : desk.provider().paidInstalments(told.id())) follow(id, paid);
        return told.isOver() ? gifts.change(id, gift -> gift.ended(told.id(), clock.instant())) : gifts.get(id);
    }

    void follow(Instalment told) {
        var id = ours(told.reference());
        if (id != null) follow(id, told);
    }

    void follow(Subscription told) {
        var id = ours(told.reference());
        if (id != null) look(id, told);
    }

    private void follow(String id, Instalment told) {
        var now = clock.instant();
        if (!told.isPaid()) {
            gifts.change(id, gift -> gift.failed(told.id(), LocalDate.ofInstant(now, ZoneOffset.UTC), now));
            return;
        }
        var charged = Objects.requireNonNull(told.charged(), "paid, but nobody knows what");
        if (charged.amount().signum() > 0)
            gifts.change(id, gift -> gift.paid(told.id(), charged, told.subscriptionId(), now));
    }

    private @Nullable String ours(@Nullable String reference) {
        var id = GiftDesk.idIn(reference);
        return id == null || gifts.find(id).isEmpty() ? null : id;
    }
}
