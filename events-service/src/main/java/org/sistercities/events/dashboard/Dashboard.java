package org.sistercities.events.dashboard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sistercities.events.event.Code;
import org.sistercities.events.event.Event;
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
        var types = new HashMap<String, Map<Status, Integer>>();
        var invited = new HashMap<String, Integer>();
        var replies = new EnumMap<Reply, Integer>(Reply.class);
        for (var reply : Reply.values()) replies.put(reply, 0);
        var hours = new TreeMap<Instant, Integer>();
        for (var seen : turnout) {
            for (var some : seen.tickets()) {
                if (seen.isInvited(now)) invited.merge(some.ticketType(), some.count(), Integer::sum);
                types.computeIfAbsent(some.ticketType(), _ -> new EnumMap<>(Status.class))
                        .merge(seen.status(now), some.count(), Integer::sum);
            }
            var reply = seen.reply(now);
            if (reply != null) replies.merge(reply, 1, Integer::sum);
            hours.merge(seen.registeredAt().truncatedTo(ChronoUnit.HOURS), seen.guests(), Integer::sum);
        }
        var typeLines = event.ticketTypes().stream()
                .map(type -> typeLine(
                        type.id(),
                        type.name(),
                        types.getOrDefault(type.id(), Map.of()),
                        invited.getOrDefault(type.id(), 0),
                        admitted.getOrDefault(type.id(), 0)))
                .toList();
        var quotaLines = quotas.quotas().stream()
                .filter(quota -> !Code.isQuotaOfACode(quota.id()))
                .map(quota -> quotaLine(quota, quotas, turnout, now))
                .toList();
        return new Dashboard(quotaLines, typeLines, hours(hours), hours(admissions), new LinkedHashMap<>(replies));
    }

    private static TypeLine typeLine(String id, String name, Map<Status, Integer> by, int invited, int admitted) {
        return new TypeLine(
                id,
                name,
                by.getOrDefault(Status.CONFIRMED, 0),
                invited,
                by.getOrDefault(Status.OFFERED, 0),
                by.getOrDefault(Status.AWAITING_PAYMENT, 0),
                by.getOrDefault(Status.AWAITING_APPROVAL, 0),
                by.getOrDefault(Status.WAITLISTED, 0),
                by.getOrDefault(Status.CANCELLED, 0),
                by.getOrDefault(Status.REJECTED, 0),
                by.getOrDefault(Status.EXPIRED, 0),
                admitted);
    }

    private static QuotaLine quotaLine(Quota quota, Quotas quotas, Collection<Seen> turnout, Instant now) {
        int left = quotas.free(quota, now);
        int offered = 0;
        int unpaid = 0;
        int invited = 0;
        for (var seen : turnout) {
            int places = seen.draws().getOrDefault(quota.id(), 0);
            if (seen.isInvited(now)) invited += places;
            if (seen.status(now) == Status.OFFERED) offered += places;
            if (seen.status(now) == Status.AWAITING_PAYMENT) unpaid += places;
        }
        int waiting = quotas.waiting().stream()
                .mapToInt(party -> party.draws().getOrDefault(quota.id(), 0))
                .sum();
        int held = quota.capacity() - quota.taken() - left;
        return new QuotaLine(
                quota.id(),
                quota.name(),
                quota.capacity(),
                quota.taken(),
                held,
                left,
                offered,
                unpaid,
                invited,
                waiting);
    }

    private static List<Hour> hours(SortedMap<Instant, Integer> guests) {
        return guests.entrySet().stream()
                .map(hour -> new Hour(hour.getKey(), hour.getValue()))
                .toList();
    }
}
