package org.sistercities.events.checkout;

import java.time.Clock;
import java.util.List;
import org.sistercities.contracts.EventsDomainEvent.AboutInvitation;
import org.sistercities.contracts.EventsDomainEvent.AboutRegistration;
import org.sistercities.contracts.EventsDomainEvent.GuestsNamed;
import org.sistercities.contracts.EventsDomainEvent.RefundMade;
import org.sistercities.contracts.EventsDomainEvent.RegistrationAwaitingApproval;
import org.sistercities.contracts.EventsDomainEvent.RegistrationAwaitingPayment;
import org.sistercities.contracts.EventsDomainEvent.RegistrationCancelled;
import org.sistercities.contracts.EventsDomainEvent.RegistrationChanged;
import org.sistercities.contracts.EventsDomainEvent.RegistrationConfirmed;
import org.sistercities.contracts.EventsDomainEvent.RegistrationExpired;
import org.sistercities.contracts.EventsDomainEvent.RegistrationOffered;
import org.sistercities.contracts.EventsDomainEvent.RegistrationPaid;
import org.sistercities.contracts.EventsDomainEvent.RegistrationRejected;
import org.sistercities.contracts.EventsDomainEvent.RegistrationWaitlisted;
import org.sistercities.contracts.Topics;
import org.sistercities.events.party.Registration;
import org.sistercities.events.payment.Receipts;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.messaging.Delivered;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Money follows what happens to registrations: what was paid is written down, goes back when the places are given up, and a page to pay on
 * is closed when there is nothing to be paid any more. Heard again, all of it is as it was.
 */
@Component
class MoneyFollows {
    private final Registrations registrations;
    private final Receipts receipts;
    private final Checkouts checkouts;
    private final Clock clock;

    MoneyFollows(Registrations registrations, Receipts receipts, Checkouts checkouts, Clock clock) {
        this.registrations = registrations;
        this.receipts = receipts;
        this.checkouts = checkouts;
        this.clock = clock;
    }

    @KafkaListener(topics = Topics.EVENTS, groupId = "${spring.kafka.consumer.group-id}-payments")
    void on(Delivered<AboutRegistration> delivered) {
        switch (delivered.event()) {
            case RegistrationPaid event -> follow(event.registrationId());
            case RegistrationChanged event -> follow(event.registrationId()); // it may cost less
            case RegistrationCancelled event -> follow(event.registrationId());
            case RegistrationExpired event -> follow(event.registrationId());
            case RegistrationAwaitingPayment _,
                    RegistrationConfirmed _,
                    RegistrationWaitlisted _,
                    RegistrationOffered _,
                    RegistrationAwaitingApproval _,
                    RegistrationRejected _,
                    AboutInvitation _,
                    GuestsNamed _,
                    RefundMade _ -> {} // no money moves
        }
    }

    /** A registration the database does not know (any more) has no money. */
    private void follow(String registrationId) {
        registrations.find(List.of(registrationId)).values().forEach(registration -> {
            receipts.follow(registration);
            closeSoon(registration);
        });
    }

    private void closeSoon(Registration registration) {
        for (int number = 1; number <= registration.checkouts(); number++)
            checkouts
                    .find(Checkout.id(registration.id(), number))
                    .filter(checkout -> !checkout.isOver())
                    .ifPresent(open -> checkouts.change(open.id(), known -> known.hurry(clock.instant())));
    }
}
