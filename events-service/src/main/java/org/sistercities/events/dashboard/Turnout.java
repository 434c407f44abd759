package org.sistercities.events.dashboard;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sistercities.contracts.EventsDomainEvent.AboutRegistration;
import org.sistercities.contracts.EventsDomainEvent.GuestsNamed;
import org.sistercities.contracts.EventsDomainEvent.InvitationAnswered;
import org.sistercities.contracts.EventsDomainEvent.InvitationHandedOn;
import org.sistercities.contracts.EventsDomainEvent.InvitationIssued;
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
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Status;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.messaging.Delivered;
import org.springframework.stereotype.Component;

/**
 * Where the registrations of each event stand, as every replica knows it: loaded from the database, then kept in step by the topic, which
 * tells of those of all replicas. The registration an event is about is read anew, so it may come twice or late, and all replicas
 * agree. Places held for minutes are not told to the topic; of them the quotas know.
 */
@Component
class Turnout {
    private final Registrations registrations;
    private final Clock clock;
    private final Map<String, Map<String, Seen>> byEvent = new ConcurrentHashMap<>();

    Turnout(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    Collection<Seen> of(String eventId) {
        return byEvent.getOrDefault(eventId, Map.of()).values();
    }

    void load() {
        registrations.forEach(this::note);
    }

    void on(Delivered<AboutRegistration> delivered) {
        switch (delivered.event()) {
            case RegistrationWaitlisted e -> read(e.registrationId());
            case RegistrationOffered e -> read(e.registrationId());
            case RegistrationAwaitingApproval e -> read(e.registrationId());
            case RegistrationRejected e -> read(e.registrationId());
            case RegistrationAwaitingPayment e -> read(e.registrationId());
            case RegistrationConfirmed e -> read(e.registrationId());
            case RegistrationChanged e -> read(e.registrationId());
            case RegistrationCancelled e -> read(e.registrationId());
            case RegistrationExpired e -> read(e.registrationId());
            case InvitationIssued e -> read(e.registrationId());
            case InvitationAnswered _ -> {} // with it, the registration is told to be confirmed or cancelled
            case InvitationHandedOn _, GuestsNamed _ -> {} // as many as before
            case RegistrationPaid _, RefundMade _ -> {} // where it stands then is told, too
        }
    }

    private void read(String registrationId) {
        registrations.find(List.of(registrationId)).values().forEach(this::note);
    }

    private void note(Registration registration) {
        if (registration.standing().status() == Status.HELD && registration.invited() == null) return;
        byEvent.computeIfAbsent(registration.eventId(), _ -> new ConcurrentHashMap<>())
                .put(registration.id(), Seen.of(registration, clock.instant()));
    }
}
