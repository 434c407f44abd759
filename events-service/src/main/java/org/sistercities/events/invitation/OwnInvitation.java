package org.sistercities.events.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Venue;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Reply;

/**
 * An invitation as whoever has its link sees it: nothing of what the events team notes, and not who goes before whom.
 *
 * @param name whoever is expected
 * @param ticket what the guests get, by its name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnInvitation(
        String id,
        String eventId,
        String slug,
        String title,
        Instant startsAt,
        ZoneId zone,
        Venue venue,
        Reply reply,
        @Nullable String name,
        String ticket,
        int plusOnes,
        Instant answerBy,
        List<String> guests) {

    static OwnInvitation of(Registration invitation, Event event, Instant now) {
        var invited = Objects.requireNonNull(invitation.invited());
        var contact = invitation.party().contact();
        return new OwnInvitation(
                invitation.id(),
                event.id(),
                event.slug(),
                event.title(),
                event.startsAt(),
                event.zone(),
                event.plan().venue(),
                Reply.of(invitation, now),
                contact == null ? null : contact.name(),
                event.ticketTypeName(invited.ticketType()),
                invited.plusOnes(),
                invited.answerBy(),
                invitation.party().names());
    }
}
