package org.sistercities.events.door;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.sistercities.contracts.EventsDomainEvent.AboutAdmission;
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

    /** Whatever was told of a ticket, the database knows whether it is in. */
    void on(Delivered<AboutAdmission> delivered) {
        admissions.find(delivered.event().ticketId()).ifPresent(this::note);
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
