package org.sistercities.events.party;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What makes a registration an invitation: it was not asked for but given, and its places are kept until the answer is due.
 * Personal data, as all of a registration.
 *
 * @param invitee who was asked first, whoever comes in their place; null once erased
 * @param substitute who comes in their place, if anybody does
 * @param category such as Ambassador, as the house calls it
 * @param precedence who goes before whom, at the door and at table: the smaller first, null last
 * @param ticketType what the guests get
 * @param plusOnes how many the invitee may bring
 * @param answerBy until when the answer can be given, and changed
 * @param key by which a list of the team's knows the invitation
 */
public record Invited(
        @Nullable Invitee invitee,
        @Nullable Invitee substitute,
        @Nullable String category,
        @Nullable Integer precedence,
        String ticketType,
        int plusOnes,
        Instant answerBy,
        @Nullable String key) {

    /** Whoever is expected; null once erased. */
    public @Nullable Invitee expected() {
        return substitute != null ? substitute : invitee;
    }

    List<Contact> contacts() {
        return Stream.of(invitee, substitute)
                .filter(Objects::nonNull)
                .map(Invitee::contact)
                .toList();
    }

    /** All the guests it is for. */
    int places() {
        return 1 + plusOnes;
    }

    Invited ranked(@Nullable String otherCategory, @Nullable Integer otherPrecedence) {
        return new Invited(invitee, substitute, otherCategory, otherPrecedence, ticketType, plusOnes, answerBy, key);
    }

    /** The same, of nobody. */
    Invited erased() {
        return new Invited(null, null, category, precedence, ticketType, plusOnes, answerBy, null);
    }

    /** The same after a step, which may have said until when the answer is due. */
    Invited after(Transition step) {
        if (step.entry().what() != Entry.Act.INVITED) return this;
        var until = Objects.requireNonNull(step.to().until());
        return with(substitute, until);
    }

    Invited with(@Nullable Invitee other, Instant due) {
        return new Invited(invitee, other, category, precedence, ticketType, plusOnes, due, key);
    }
}
