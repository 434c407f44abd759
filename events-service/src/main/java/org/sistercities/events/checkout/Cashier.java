package org.sistercities.events.checkout;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.checkout.Checkout.Status;
import org.sistercities.events.event.Events;
import org.sistercities.events.event.Money;
import org.sistercities.events.party.Details;
import org.sistercities.events.party.Entry;
import org.sistercities.events.party.Payment;
import org.sistercities.events.party.Registration;
import org.sistercities.events.payment.Receipt;
import org.sistercities.events.payment.Receipts;
import org.sistercities.events.registration.Arrival;
import org.sistercities.events.registration.Combiner;
import org.sistercities.events.registration.House;
import org.sistercities.events.registration.Registrations;
import org.sistercities.events.registration.StepWanted;
import org.sistercities.platform.payment.Charge;
import org.sistercities.platform.payment.HostedCheckout;
import org.sistercities.platform.payment.PaymentProvider;
import org.sistercities.platform.payment.PaymentProvider.CheckoutRequest;
import org.sistercities.platform.payment.ProviderRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Opens pages to pay on, and lets what the provider tells of them take effect. Places are decided on at the registration desk, before or
 * after the provider is called and never meanwhile. Every step can be made again: whoever finds the work of one that crashed goes on.
 */
@Component
@EnableConfigurationProperties(CheckoutProperties.class)
class Cashier {
    private final Combiner<Arrival, Registration> desks;
    private final Registrations registrations;
    private final Events events;
    private final House house;
    private final Checkouts checkouts;
    private final Receipts receipts;
    private final ObjectProvider<PaymentProvider> provider;
    private final CheckoutProperties properties;
    private final Clock clock;

    Cashier(
            Combiner<Arrival, Registration> desks,
            Registrations registrations,
            Events events,
            House house,
            Checkouts checkouts,
            Receipts receipts,
            ObjectProvider<PaymentProvider> provider,
            CheckoutProperties properties,
            Clock clock) {
        this.desks = desks;
        this.registrations = registrations;
        this.events = events;
        this.house = house;
        this.checkouts = checkouts;
        this.receipts = receipts;
        this.provider = provider;
        this.properties = properties;
        this.clock = clock;
    }

    /** @throws CardPaymentNotOffered when there is none */
    PaymentProvider provider() {
        var known = provider.getIfAvailable();
        if (known == null) throw new CardPaymentNotOffered();
        return known;
    }

    /** A page for this registration to pay on; while one is open, the same. */
    Checkout open(String registrationId, String by, Details details) {
        provider();
        var known = registrations.get(registrationId).state();
        int over = checkouts
                .find(Checkout.id(registrationId, known.checkouts()))
                .filter(Checkout::isOver)
                .map(Checkout::number)
                .orElse(0);
        var registration = desks.submit(
                known.eventId(), new StepWanted(registrationId, by, steps -> steps.checkout(details, over)));
        return opened(checkouts.begin(opening(registration)));
    }

    /** Has the provider open it, unless that is done. */
    Checkout opened(Checkout checkout) {
        if (checkout.status() != Status.OPENING) return checkout;
        try {
            var hosted = provider().open(request(checkout), "checkout/" + checkout.id());
            var askAt = clock.instant().plus(properties.askAfter());
            return checkouts.change(checkout.id(), known -> known.opened(hosted, askAt));
        } catch (ProviderRefused e) {
            checkouts.change(checkout.id(), known -> known.failed(String.valueOf(e.getMessage())));
            throw e;
        }
    }

    /** What the provider says takes effect here; when it says it again, there is no further effect. */
    void follow(HostedCheckout told) {
        var checkout = told.reference() == null
                ? null
                : checkouts.find(told.reference()).orElse(null);
        if (checkout == null) return; // not one of ours
        switch (told.state()) {
            case PAID -> settle(checkout, told);
            case EXPIRED -> checkouts.change(checkout.id(), known -> known.expired(told.id()));
            case OPEN -> {} // nothing has happened yet
        }
    }

    private void settle(Checkout checkout, HostedCheckout told) {
        var amount = money(told.charged());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var payment = Payment.byCard(Objects.requireNonNull(told.paymentId()), today, checkout.id());
        var registration = desks.submit(
                checkout.eventId(),
                new StepWanted(checkout.registrationId(), Entry.GUEST, steps -> steps.settle(payment, amount)));
        receipts.enter(
                Receipt.byCard(registration, payment, amount, clock.instant()),
                registration.order().claim().total());
        checkouts.change(checkout.id(), known -> known.paid(told.id()));
    }

    private Checkout opening(Registration registration) {
        var event = events.get(registration.eventId()).state();
        var openedAt = registration.lastCheckout().orElseThrow();
        return Checkout.opening(
                registration.id(),
                registration.eventId(),
                registration.checkouts(),
                registration.order().claim().total(),
                openedAt,
                openedAt.plus(house.setting(event).terms().checkout()));
    }

    private CheckoutRequest request(Checkout checkout) {
        var event = events.get(checkout.eventId()).state();
        return new CheckoutRequest(
                checkout.id(),
                new Charge(checkout.amount().amount(), checkout.amount().currency()),
                event.title(),
                returnPage(checkout, "paid"),
                returnPage(checkout, "given-up"),
                checkout.expiresAt());
    }

    private URI returnPage(Checkout checkout, String outcome) {
        return URI.create(properties
                .returnPage()
                .replace("{registration}", checkout.registrationId())
                .replace("{outcome}", outcome));
    }

    private static Money money(@Nullable Charge charge) {
        Objects.requireNonNull(charge, "paid, but nobody knows what");
        return new Money(charge.amount(), charge.currency());
    }
}
