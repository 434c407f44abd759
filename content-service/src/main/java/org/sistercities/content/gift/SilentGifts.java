package org.sistercities.content.gift;

import java.time.Clock;
import java.time.Duration;
import org.sistercities.platform.problem.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the provider about pages, refunds and months it has told nothing of for a while, in every replica: no gift depends on notices. Two who ask at
 * once do no harm.
 */
@Component
class SilentGifts {
    private static final Logger log = LoggerFactory.getLogger(SilentGifts.class);
    private static final int ROUND = 50;

    private final Gifts gifts;
    private final GiftDesk desk;
    private final MonthlyGifts monthly;
    private final GiftsProperties properties;
    private final Clock clock;

    SilentGifts(Gifts gifts, GiftDesk desk, MonthlyGifts monthly, GiftsProperties properties, Clock clock) {
        this.gifts = gifts;
        this.desk = desk;
        this.monthly = monthly;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sistercities.gifts.look-every:5s}")
    void look() {
        if (!desk.takesCards()) return;
        try {
            for (var due : gifts.due(ROUND)) lookAfter(due);
        } catch (RuntimeException e) {
            log.warn("Gifts wait for the next look: {}", e.toString());
        }
    }

    private void lookAfter(Gift due) {
        try {
            var gift = gifts.change(
                    due.id(), known -> known.askAgain(clock.instant().plus(patience(known))));
            if (gift.state().status() == Gift.Status.PENDING) ask(gift.state());
            var months = gift.state().monthly();
            if (months != null && !months.isOver()) monthly.look(gift.id(), months);
            for (var receipt : gift.state().receipts())
                if (receipt.back() == Receipt.Back.REQUESTED) lookAfterRefund(gift.id(), receipt);
        } catch (Rejection e) {
            log.warn("Gift {} is asked for again: {}", due.id(), e.getMessage());
        } catch (RuntimeException e) {
            log.error("Gift {} is asked for again", due.id(), e);
        }
    }

    private void ask(Gift gift) {
        if (gift.sessionId() != null) desk.follow(desk.provider().read(gift.sessionId()));
        else gifts.change(gift.id(), known -> known.expired(clock.instant())); // nobody was ever shown its page
    }

    /** Where nothing is to come but the next month, news can wait for longer. */
    private Duration patience(Gift gift) {
        var months = gift.monthly();
        boolean isOnlyRunning = months != null
                && months.state() == Monthly.State.RUNNING
                && gift.receipts().stream().noneMatch(one -> one.back() == Receipt.Back.REQUESTED);
        return isOnlyRunning ? properties.askMonthsAfter() : properties.askAfter();
    }

    private void lookAfterRefund(String id, Receipt receipt) {
        if (receipt.refundId() != null) desk.follow(desk.provider().readRefund(receipt.refundId()));
        else desk.sendBack(gifts.get(id), receipt.reference());
    }
}
