package org.sistercities.events.dashboard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sistercities.events.event.Code;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.TicketType;
import org.sistercities.events.party.Reply;
import org.sistercities.events.party.Status;
import org.sistercities.events.registration.Quota;
import org.sistercities.events.registration.Quotas;

/**
 * How an event fills.
 *
 * @param registrations that came, also those that are over by now, by the hour in which they came
 * @param admissions of those who are in, by the hour in which they came in
 * @param invitations by what has become of them
 */
record Dashboard(
        List<QuotaLine> quotas,
        List<TypeLine> ticketTypes,
        List<Hour> registrations,
        List<Hour> admissions,
        Map<Reply, Integer> invitations) {

    /**
     * One quota, in places; taken, held and left add up to its capacity and are exact.
     *
     * @param held all that are kept for somebody; of them {@code offered}, {@code awaitingPayment} and {@code invited}, some tenths of a
     *     second behind
     * @param waiting those parties in line want
     */
    record QuotaLine(
            String id,
            String name,
            int capacity,
            int taken,
            int held,
            int left,
            int offered,
            int awaitingPayment,
            int invited,
            int waiting) {}

    /**
     * One ticket type, in guests, some tenths of a second behind.
     *
     * @param invited whose answer is awaited
     */
    record TypeLine(
            String id,
            String name,
            int confirmed,
            int invited,
            int offered,
            int awaitingPayment,
            int awaitingApproval,
            int waiting,
            int cancelled,
            int rejected,
            int expired,
            int admitted) {}

    /** What came in the hour that begins then. */
    record Hour(Instant hour, int guests) {}

    static Dashboard of(
            Event event,
            Quotas quotas,
            Collection<Seen> turnout,
            Map<String, Integer> admitted,
            SortedMap<Instant, Integer> admissions,
            Instant now) {
        return new Dashboard(
                quotas.quotas().stream()
                        .filter(quota -> !Code.isQuotaOfACode(quota.id()))
                        .map(quota -> quotaLine(quota, quotas, turnout, now))
                        .toList(),
                event.ticketTypes().stream()
                        .map(type -> typeLine(type, turnout, admitted.getOrDefault(type.id(), 0), now))
                        .toList(),
                hours(registrations(turnout)),
                hours(admissions),
                replies(turnout, now));
    }

    private static QuotaLine quotaLine(Quota quota, Quotas quotas, Collection<Seen> turnout, Instant now) {
        int left = quotas.free(quota, now);
        int held = quota.capacity() - quota.taken() - left;
        var kept = new EnumMap<Status, Integer>(Status.class);
        for (var seen : turnout) {
            int places = seen.draws().getOrDefault(quota.id(), 0);
            if (places > 0) kept.merge(seen.status(now), places, Integer::sum);
        }
        int waiting = quotas.waiting().stream()
                .mapToInt(party -> party.draws().getOrDefault(quota.id(), 0))
                .sum();
        return new QuotaLine(
                quota.id(),
                quota.name(),
                quota.capacity(),
                quota.taken(),
                held,
                left,
                kept.getOrDefault(Status.OFFERED, 0),
                kept.getOrDefault(Status.AWAITING_PAYMENT, 0),
                kept.getOrDefault(Status.HELD, 0), // of those who hold places, only invitations are known here
                waiting);
    }

    private static TypeLine typeLine(TicketType type, Collection<Seen> turnout, int admitted, Instant now) {
        var by = new EnumMap<Status, Integer>(Status.class);
        for (var seen : turnout)
            for (var some : seen.tickets())
                if (some.ticketType().equals(type.id())) by.merge(seen.status(now), some.count(), Integer::sum);
        return new TypeLine(
                type.id(),
                type.name(),
                by.getOrDefault(Status.CONFIRMED, 0),
                by.getOrDefault(Status.HELD, 0),
                by.getOrDefault(Status.OFFERED, 0),
                by.getOrDefault(Status.AWAITING_PAYMENT, 0),
                by.getOrDefault(Status.AWAITING_APPROVAL, 0),
                by.getOrDefault(Status.WAITLISTED, 0),
                by.getOrDefault(Status.CANCELLED, 0),
                by.getOrDefault(Status.REJECTED, 0),
                by.getOrDefault(Status.EXPIRED, 0),
                admitted);
    }

    private static SortedMap<Instant, Integer> registrations(Collection<Seen> turnout) {
        var hours = new TreeMap<Instant, Integer>();
        for (var seen : turnout)
            hours.merge(seen.registeredAt().truncatedTo(ChronoUnit.HOURS), seen.guests(), Integer::sum);
        return hours;
    }

    private static Map<Reply, Integer> replies(Collection<Seen> turnout, Instant now) {
        var replies = new EnumMap<Reply, Integer>(Reply.class);
        for (var reply : Reply.values()) replies.put(reply, 0);
        for (var seen : turnout) {
            var reply = seen.reply(now);
            if (reply != null) replies.merge(reply, 1, Integer::sum);
        }
        return replies;
    }

    private static List<Hour> hours(SortedMap<Instant, Integer> guests) {
        return guests.entrySet().stream()
                .map(hour -> new Hour(hour.getKey(), hour.getValue()))
                .toList();
    }
}
