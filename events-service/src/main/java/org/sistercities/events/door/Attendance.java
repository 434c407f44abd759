package org.sistercities.events.door;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.sistercities.contracts.EventsDomainEvent;
import org.sistercities.contracts.EventsDomainEvent.AdmissionUndone;
import org.sistercities.contracts.EventsDomainEvent.EventCancelled;
import org.sistercities.contracts.EventsDomainEvent.EventChanged;
import org.sistercities.contracts.EventsDomainEvent.EventConcluded;
import org.sistercities.contracts.EventsDomainEvent.EventPublished;
import org.sistercities.contracts.EventsDomainEvent.GuestAdmitted;
import org.sistercities.contracts.EventsDomainEvent.GuestsNamed;
import org.sistercities.contracts.EventsDomainEvent.InvitationAnswered;
import org.sistercities.contracts.EventsDomainEvent.InvitationHandedOn;
import org.sistercities.contracts.EventsDomainEvent.InvitationIssued;
import org.sistercities.contracts.EventsDomainEvent.PersonalDataErased;
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
import org.sistercities.platform.messaging.Delivered;
import org.springframework.stereotype.Component;

/**
 * Who is in, as every replica knows it: loaded from the database, then kept in step by the topic, which tells of the admissions of
 * all replicas. What an event is about is read anew, so it may come twice or late.
 */
@Component
public class Attendance {
    private final Admissions admissions;
    private final Map<String, Map<String, In>> ticketsByEvent = new ConcurrentHashMap<>();

    Attendance(Admissions admissions) {
        this.admissions = admissions;
    }

    /** How many guests are in, of each ticket type and in all. */
    public record Counts(int admitted, Map<String, Integer> byTicketType) {}

    private record In(String ticketType, Instant at) {}

    /** Those who are in now. */
    public Counts counts(String eventId) {
        var counts = new TreeMap<String, Integer>();
        for (var ticket : tickets(eventId)) counts.merge(ticket.ticketType(), 1, Integer::sum);
        return new Counts(counts.values().stream().mapToInt(Integer::intValue).sum(), counts);
    }

    /** When those who are in came in: how many in each hour. */
    public SortedMap<Instant, Integer> byHour(String eventId) {
        var hours = new TreeMap<Instant, Integer>();
        for (var ticket : tickets(eventId)) hours.merge(ticket.at().truncatedTo(ChronoUnit.HOURS), 1, Integer::sum);
        return hours;
    }

    void load() {
        admissions.forEach(this::note);
    }

    void on(Delivered<EventsDomainEvent> delivered) {
        switch (delivered.event()) {
            case GuestAdmitted admitted -> admissions.find(admitted.ticketId()).ifPresent(this::note);
            case AdmissionUndone undone -> admissions.find(undone.ticketId()).ifPresent(this::note);
            case EventPublished _,
                    EventChanged _,
                    EventConcluded _,
                    EventCancelled _,
                    RegistrationWaitlisted _,
                    RegistrationOffered _,
                    RegistrationAwaitingApproval _,
                    RegistrationRejected _,
                    RegistrationAwaitingPayment _,
                    RegistrationPaid _,
                    RefundMade _,
                    RegistrationConfirmed _,
                    RegistrationChanged _,
                    RegistrationCancelled _,
                    InvitationIssued _,
                    InvitationAnswered _,
                    InvitationHandedOn _,
                    GuestsNamed _,
                    PersonalDataErased _,
                    RegistrationExpired _ -> {} // nobody came in or did not
        }
    }

    private void note(Admission admission) {
        var tickets = ticketsByEvent.computeIfAbsent(admission.eventId(), _ -> new ConcurrentHashMap<>());
        admission
                .first()
                .ifPresentOrElse(
                        scan -> tickets.put(admission.ticketId(), new In(admission.ticketType(), scan.at())),
                        () -> tickets.remove(admission.ticketId()));
    }

    private Collection<In> tickets(String eventId) {
        return ticketsByEvent.getOrDefault(eventId, Map.of()).values();
    }
}
