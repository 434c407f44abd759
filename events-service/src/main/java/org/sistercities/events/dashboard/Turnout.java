package org.sistercities.events.dashboard;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * tells of those of all replicas. A registration the topic has told of is read anew before the next answer (in a rush nobody reads each
 * for a dashboard nobody looks at), so it may be told of twice or late, and all replicas agree. Places held for minutes are not told to the topic; of them the quotas know.
 */
@Component
class Turnout {
    private static final int READ_AT_LAST = 5_000; // so that a dashboard's first answer does not take long

    private final Registrations registrations;
    private final Clock clock;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<String, Seen>> byEvent = new ConcurrentHashMap<>();

    Turnout(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    Collection<Seen> of(String eventId) {
        read();
        return byEvent.getOrDefault(eventId, Map.of()).values();
    }

    void load() {
        registrations.forEach(this::note);
    }

    void on(Delivered<AboutRegistration> delivered) {
        switch (delivered.event()) {
            case RegistrationWaitlisted e -> told(e.registrationId());
            case RegistrationOffered e -> told(e.registrationId());
            case RegistrationAwaitingApproval e -> told(e.registrationId());
            case RegistrationRejected e -> told(e.registrationId());
            case RegistrationAwaitingPayment e -> told(e.registrationId());
            case RegistrationConfirmed e -> told(e.registrationId());
            case RegistrationChanged e -> told(e.registrationId());
            case RegistrationCancelled e -> told(e.registrationId());
            case RegistrationExpired e -> told(e.registrationId());
            case InvitationIssued e -> told(e.registrationId());
            case InvitationAnswered _ -> {} // with it, the registration is told to be confirmed or cancelled
            case InvitationHandedOn _, GuestsNamed _ -> {} // as many as before
            case RegistrationPaid _, RefundMade _ -> {} // where it stands then is told, too
        }
    }

    private void told(String registrationId) {
        told.add(registrationId);
        if (told.size() >= READ_AT_LAST) read();
    }

    /** Whoever is told of meanwhile is read again. */
    private synchronized void read() {
        var ids = List.copyOf(told);
        ids.forEach(told::remove);
        try {
            registrations.find(ids).values().forEach(this::note);
        } catch (RuntimeException e) {
            told.addAll(ids);
            throw e;
        }
    }

    private void note(Registration registration) {
        if (registration.standing().status() == Status.HELD && registration.invited() == null) return;
        byEvent.computeIfAbsent(registration.eventId(), _ -> new ConcurrentHashMap<>())
                .put(registration.id(), Seen.of(registration, clock.instant()));
    }
}
