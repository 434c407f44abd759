package org.sistercities.events.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.sistercities.events.event.Money;
import org.sistercities.events.party.Entry;
import org.sistercities.events.payment.Receipt.State;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.payment.Charge;
import org.sistercities.platform.payment.PaymentProvider;
import org.sistercities.platform.payment.ProviderAway;
import org.sistercities.platform.payment.ProviderRefused;
import org.sistercities.platform.payment.Repayment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends card money back, in every replica. The provider does it once for a key, and the key is made of the payment and the try, so two at
 * once, or one after a crash, do no harm.
 */
@Component
public class Refunds {
    private static final Logger log = LoggerFactory.getLogger(Refunds.class);
    private static final int ROUND = 50;
    private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

    private final Receipts receipts;
    private final Registrations registrations;
    private final ObjectProvider<PaymentProvider> provider;
    private final Clock clock;

    Refunds(Receipts receipts, Registrations registrations, ObjectProvider<PaymentProvider> provider, Clock clock) {
        this.receipts = receipts;
        this.registrations = registrations;
        this.provider = provider;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sistercities.checkout.look-every:2s}")
    void look() {
        var known = provider.getIfAvailable();
        if (known == null) return;
        try {
            for (var due : receipts.due(ROUND)) lookAfter(due.id(), known);
        } catch (RuntimeException e) {
            log.warn("Refunds wait for the next look: {}", e.toString());
        }
    }

    /** What the provider tells of a repayment; of an earlier try than the last, nothing counts any more. */
    public void follow(Repayment repayment) {
        var reference = repayment.reference();
        if (reference == null) return; // not one of ours
        receipts.find(Receipt.idOf(reference))
                .filter(receipt -> receipt.repaymentReference().equals(reference))
                .ifPresent(receipt -> apply(receipt, repayment));
    }

    private void lookAfter(String id, PaymentProvider known) {
        try {
            var until = clock.instant().plus(TRY_AGAIN);
            var receipt = receipts.change(id, one -> one.claim(until, clock.instant()))
                    .state();
            if (until.equals(receipt.dueAt())) ask(receipt, known);
        } catch (ProviderAway e) {
            log.warn("Refund of {} is tried again: {}", id, e.getMessage());
        } catch (RuntimeException e) {
            log.error("Refund of {} is tried again", id, e);
        }
    }

    private void ask(Receipt receipt, PaymentProvider known) {
        try {
            var repayment = receipt.state() == State.REQUESTED
                    ? known.readRefund(Objects.requireNonNull(receipt.refundId()))
                    : known.refund(
                            receipt.reference(),
                            charge(receipt.amount()),
                            receipt.repaymentReference(),
                            "refund/" + receipt.repaymentReference());
            apply(receipt, repayment);
        } catch (ProviderRefused e) {
            receipts.change(receipt.id(), one -> one.failed(null, String.valueOf(e.getMessage())));
        }
    }

    private void apply(Receipt receipt, Repayment repayment) {
        var now = clock.instant();
        switch (repayment.state()) {
            case PENDING -> receipts.change(receipt.id(), one -> one.requested(repayment.id(), now));
            case FAILED ->
                receipts.change(receipt.id(), one -> one.failed(repayment.id(), String.valueOf(repayment.problem())));
            case DONE -> {
                note(receipt, repayment.id(), Entry.SYSTEM, now); // first: after a crash in between both are done again
                receipts.change(receipt.id(), one -> one.done(repayment.id(), now));
            }
        }
    }

    /** Notes in the registration's history that money has gone back. */
    void note(Receipt receipt, String repayment, String by, Instant now) {
        registrations.change(
                receipt.registrationId(),
                registration -> registration.refunded(receipt.reference() + " by " + repayment, by, now));
    }

    private static Charge charge(Money money) {
        return new Charge(money.amount(), money.currency());
    }
}
