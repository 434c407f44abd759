package org.sistercities.events.invitation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Tickets;
import org.sistercities.events.invitation.InvitationList.BadLine;
import org.sistercities.events.invitation.InvitationList.Defaults;
import org.sistercities.events.invitation.InvitationList.Line;
import org.sistercities.events.invitation.ListedLine.Outcome;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.problem.Rejection;
import reactor.core.publisher.FluxSink;

/**
 * Invites the people of a list, some at a time and in its order, and says of each line what has come of it. Done again, it invites
 * those who are left.
 */
final class ListImport {
    private static final int AT_ONCE = 50;

    private final Invitations invitations;
    private final Registrations registrations;
    private final Validator validator;
    private final Event event;
    private final Defaults defaults;
    private final Instant now;
    private final Map<String, Integer> lineOf = new HashMap<>();
    private final Map<String, Integer> left = new HashMap<>();

    ListImport(
            Invitations invitations,
            Registrations registrations,
            Validator validator,
            Event event,
            Defaults defaults,
            Instant now) {
        this.invitations = invitations;
        this.registrations = registrations;
        this.validator = validator;
        this.event = event;
        this.defaults = defaults;
        this.now = now;
    }

    /** Tells of each line when it is done; stops when nobody listens any more. */
    void run(InvitationList list, boolean dryRun, String by, FluxSink<ListedLine> told) {
        var lines = list.lines();
        for (int from = 0; from < lines.size() && !told.isCancelled(); from += AT_ONCE) {
            var some = lines.subList(from, Math.min(from + AT_ONCE, lines.size()));
            var answers = new TreeMap<Integer, ListedLine>();
            var people = readable(list, some, answers);
            setAside(people, answers);
            if (dryRun) people.forEach((line, person) -> answers.put(line, foreseen(line, person)));
            else invite(people, by, told::isCancelled, answers);
            answers.values().forEach(told::next);
        }
    }

    private Map<Integer, InvitePerson> readable(
            InvitationList list, List<Line> lines, Map<Integer, ListedLine> answers) {
        var people = new LinkedHashMap<Integer, InvitePerson>();
        for (var line : lines) {
            try {
                var person = list.person(line, defaults);
                mustBeValid(person);
                var before = lineOf.putIfAbsent(person.idIn(event.id()), line.number());
                if (before != null) throw new BadLine("names somebody line " + before + " has named");
                people.put(line.number(), person);
            } catch (BadLine e) {
                answers.put(line.number(), ListedLine.unreadable(line.number(), String.valueOf(e.getMessage())));
            }
        }
        return people;
    }

    /** Those who are invited already. */
    private void setAside(Map<Integer, InvitePerson> people, Map<Integer, ListedLine> answers) {
        var ids =
                people.values().stream().map(person -> person.idIn(event.id())).toList();
        var known = registrations.find(ids).keySet();
        people.entrySet().removeIf(entry -> {
            var id = entry.getValue().idIn(event.id());
            if (known.contains(id)) answers.put(entry.getKey(), ListedLine.of(entry.getKey(), Outcome.EXISTS, id));
            return known.contains(id);
        });
    }

    private void invite(
            Map<Integer, InvitePerson> people, String by, BooleanSupplier gone, Map<Integer, ListedLine> answers) {
        var lines = new ArrayList<>(people.keySet());
        var invited = invitations.invite(event, List.copyOf(people.values()), by, gone);
        for (int i = 0; i < lines.size(); i++) {
            int line = lines.get(i);
            try {
                answers.put(
                        line,
                        ListedLine.of(
                                line, Outcome.INVITED, invited.get(i).get().id()));
            } catch (Rejection refusal) {
                answers.put(line, ListedLine.refused(line, refusal));
            }
        }
    }

    /** What would come of a line, if nobody else came meanwhile. */
    private ListedLine foreseen(int line, InvitePerson person) {
        try {
            var tickets = new Tickets(person.ticketType(), person.places());
            var draws = event.claimForInvited(tickets, now).draws();
            boolean fits = draws.entrySet().stream().allMatch(draw -> left(draw.getKey()) >= draw.getValue());
            if (!fits) return new ListedLine(line, Outcome.SOLD_OUT, null, null, null);
            draws.forEach((quota, places) -> left.merge(quota, -places, Integer::sum));
            return new ListedLine(line, Outcome.WOULD_BE_INVITED, null, null, null);
        } catch (Rejection refusal) {
            return ListedLine.refused(line, refusal);
        }
    }

    private int left(String quota) {
        return left.computeIfAbsent(
                quota, id -> registrations.quotas(event.id()).state().left(List.of(id), now));
    }

    private void mustBeValid(InvitePerson person) throws BadLine {
        var broken = validator.validate(person);
        if (broken.isEmpty()) return;
        throw new BadLine(broken.stream().map(ListImport::said).sorted().collect(Collectors.joining("; ")));
    }

    private static String said(ConstraintViolation<InvitePerson> violation) {
        return violation.getPropertyPath() + " " + violation.getMessage();
    }
}
