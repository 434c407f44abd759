package org.sistercities.events.invoice;

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
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.messaging.Delivered;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** The books follow what happens to registrations. Heard again, nothing is left to be issued. */
@Component
class BooksFollow {
    private final Bookkeeper bookkeeper;
    private final Registrations registrations;

    BooksFollow(Bookkeeper bookkeeper, Registrations registrations) {
        this.bookkeeper = bookkeeper;
        this.registrations = registrations;
    }

    @KafkaListener(topics = Topics.EVENTS, groupId = "${spring.kafka.consumer.group-id}-invoices")
    void on(Delivered<AboutRegistration> delivered) {
        switch (delivered.event()) {
            case RegistrationAwaitingPayment event -> settle(event.registrationId());
            case RegistrationPaid event -> settle(event.registrationId());
            case RegistrationChanged event -> settle(event.registrationId());
            case RegistrationCancelled event -> settle(event.registrationId());
            case RegistrationExpired event -> settle(event.registrationId());
            case RegistrationWaitlisted _,
                    RegistrationOffered _,
                    RegistrationAwaitingApproval _,
                    RegistrationRejected _ -> {} // nothing is charged, or was
            case AboutInvitation _ -> {} // guests of the host
            case GuestsNamed _ -> {} // what is charged has nothing to do with names
            case RegistrationConfirmed _ -> {} // it is free, invoiced or paid by now
            case RefundMade _ -> {} // what is charged does not change with what goes back
        }
    }

    /** A registration the database does not know (any more) is charged nothing. */
    private void settle(String registrationId) {
        registrations.find(List.of(registrationId)).values().forEach(bookkeeper::settled);
    }
}
