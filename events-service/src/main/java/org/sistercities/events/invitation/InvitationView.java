package org.sistercities.events.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Entry;
import org.sistercities.events.party.Invitee;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Reply;

/**
 * An invitation as the events team sees it.
 *
 * @param invitee who was asked; null once erased
 * @param substitute who comes in their place
 * @param guests the names told so far
 * @param places that are kept or theirs
 * @param word the guest's own, with a regret
 * @param token of the personal link; told with one invitation, not in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvitationView(
        String id,
        String eventId,
        @Nullable String key,
        Reply reply,
        @Nullable Invitee invitee,
        @Nullable Invitee substitute,
        @Nullable String category,
        @Nullable Integer precedence,
        String ticketType,
        int plusOnes,
        Instant answerBy,
        int places,
        List<String> guests,
        Instant invitedAt,
        @Nullable Instant answeredAt,
        @Nullable String word,
        List<Note> notes,
        @Nullable String token) {
    private static final Set<Entry.Act> ANSWERS = Set.of(Entry.Act.ACCEPTED, Entry.Act.REGRETTED);

    /** Something one of the team has written down. */
    record Note(Instant at, String by, String text) {}

    static InvitationView of(Registration invitation, @Nullable String token, Instant now) {
        var invited = Objects.requireNonNull(invitation.invited());
        var reply = Reply.of(invitation, now);
        var answer = reply == Reply.ACCEPTED || reply == Reply.REGRETTED ? answer(invitation) : null;
        return new InvitationView(
                invitation.id(),
                invitation.eventId(),
                invited.key(),
                reply,
                invited.invitee(),
                invited.substitute(),
                invited.category(),
                invited.precedence(),
                invited.ticketType(),
                invited.plusOnes(),
                invited.answerBy(),
                invitation.order().claim().places(),
                invitation.party().names(),
                invitation.registeredAt(),
                answer == null ? null : answer.at(),
                reply == Reply.REGRETTED && answer != null ? answer.detail() : null,
                notes(invitation),
                token);
    }

    private static @Nullable Entry answer(Registration invitation) {
        return invitation.history().reversed().stream()
                .filter(entry -> ANSWERS.contains(entry.what()))
                .findFirst()
                .orElse(null);
    }

    private static List<Note> notes(Registration invitation) {
        return invitation.history().stream()
                .filter(entry -> entry.what() == Entry.Act.NOTED || entry.what() == Entry.Act.INVITED)
                .filter(entry -> entry.detail() != null)
                .map(entry -> new Note(entry.at(), entry.by(), Objects.requireNonNull(entry.detail())))
                .toList();
    }
}
