package org.sistercities.events.checkout;

import java.time.Clock;
import java.util.Objects;
import org.sistercities.events.checkout.Checkout.Status;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.payment.PaymentProvider;
import org.sistercities.platform.payment.ProviderAway;
import org.sistercities.platform.payment.ProviderRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the provider about checkouts it has told nothing of for a while, in every replica, and closes those whose registration can be paid
 * no more. Two who ask at once do no harm.
 */
@Component
class SilentProvider {
    private static final Logger log = LoggerFactory.getLogger(SilentProvider.class);
    private static final int ROUND = 50;

    private final Checkouts checkouts;
    private final Cashier cashier;
    private final Registrations registrations;
    private final ObjectProvider<PaymentProvider> provider;
    private final CheckoutProperties properties;
    private final Clock clock;

    SilentProvider(
            Checkouts checkouts,
            Cashier cashier,
            Registrations registrations,
            ObjectProvider<PaymentProvider> provider,
            CheckoutProperties properties,
            Clock clock) {
        this.checkouts = checkouts;
        this.cashier = cashier;
        this.registrations = registrations;
        this.provider = provider;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${sistercities.checkout.look-every:2s}")
    void look() {
        if (provider.getIfAvailable() == null) return;
        try {
            for (var due : checkouts.due(ROUND)) lookAfter(due.id());
        } catch (RuntimeException e) {
            log.warn("Checkouts wait for the next look: {}", e.toString());
        }
    }

    private void lookAfter(String id) {
        try {
            var until = clock.instant().plus(properties.askAfter());
            var checkout = checkouts.change(id, known -> known.claim(until, clock.instant()));
            if (until.equals(checkout.dueAt())) ask(checkout);
        } catch (ProviderAway | ProviderRefused e) {
            log.warn("Checkout {} is asked for again: {}", id, e.getMessage());
        } catch (RuntimeException e) {
            log.error("Checkout {} is asked for again", id, e);
        }
    }

    private void ask(Checkout found) {
        var checkout = found.status() == Status.OPENING ? cashier.opened(found) : found;
        if (checkout.status() != Status.OPEN) return;
        var session = Objects.requireNonNull(checkout.sessionId());
        var stripe = cashier.provider();
        cashier.follow(canBePaid(checkout) ? stripe.read(session) : stripe.close(session));
    }

    private boolean canBePaid(Checkout checkout) {
        var standing = registrations.get(checkout.registrationId()).state().standing();
        return switch (standing.at(clock.instant())) {
            case HELD, OFFERED, AWAITING_PAYMENT -> true;
            case CONFIRMED, WAITLISTED, AWAITING_APPROVAL, REJECTED, CANCELLED, EXPIRED -> false;
        };
    }
}
