package org.sistercities.events.party;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Question;
import org.sistercities.platform.problem.Rejection;

/**
 * One who comes with a party. Personal data, and of the closest kind: for the party, the guest and the events team only.
 *
 * @param name null as long as nobody is named
 * @param dietary what the guest does not eat
 * @param access what the guest needs to take part
 * @param answers to the event's questions, by their ids
 */
public record Guest(
        @Nullable String name,
        @Nullable String dietary,
        @Nullable String access,
        Map<String, String> answers) {
    public static final Guest UNNAMED = new Guest(null, null, null, Map.of());

    public static Guest named(String name) {
        return new Guest(name, null, null, Map.of());
    }

    /** The same, but for what they do not eat, need and have answered. */
    Guest withoutNeeds() {
        return new Guest(name, null, null, Map.of());
    }

    /**
     * Checks what a guest with this ticket type answers; whoever is not named yet owes no answers.
     *
     * @throws AnswerRefused when a question is not asked, not answered though it must be, or not so
     */
    Guest answering(Event event, String ticketType) {
        var asked = event.registrationRules().questions().stream()
                .filter(question -> question.isFor(ticketType))
                .toList();
        for (var id : answers.keySet())
            if (asked.stream().noneMatch(question -> question.id().equals(id))) throw new AnswerRefused(id);
        for (var question : asked) check(question);
        return this;
    }

    private void check(Question question) {
        var answer = answers.get(question.id());
        boolean owed = name != null && question.required();
        if (answer == null ? owed : !question.takes(answer)) throw new AnswerRefused(question.id());
    }

    /** An answer is missing, is none there is, or answers what was not asked. */
    public static final class AnswerRefused extends Rejection {
        AnswerRefused(String question) {
            super(Reason.INVALID, "See the event's question " + question + ": whom it asks, and what can be answered.");
            with("question", question);
        }
    }
}
