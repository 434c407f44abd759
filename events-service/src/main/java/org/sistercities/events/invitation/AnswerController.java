package org.sistercities.events.invitation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Events;
import org.sistercities.events.party.Contact;
import org.sistercities.events.party.Entry;
import org.sistercities.events.party.Guest;
import org.sistercities.events.party.Invitee;
import org.sistercities.events.party.PrintedName;
import org.sistercities.events.party.Registration;
import org.sistercities.events.registering.GuestEntry;
import org.sistercities.events.registering.Links;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whoever is invited answers by the personal link, or the events team for them. An answer given again gets the same answer. */
@Public // each asks the links who it is
@RestController
@RequestMapping("/api/v1/invitations/{id}")
class AnswerController {
    private final Invitations invitations;
    private final Events events;
    private final Links links;
    private final Clock clock;

    AnswerController(Invitations invitations, Events events, Links links, Clock clock) {
        this.invitations = invitations;
        this.events = events;
        this.links = links;
        this.clock = clock;
    }

    /** @param guests the invitee first, then those they bring; absent when the invitee comes alone */
    record Accept(@Nullable @Size(min = 1, max = 21) List<@NotNull @Valid GuestEntry> guests) {

        @Nullable
        List<Guest> coming() {
            return guests == null
                    ? null
                    : guests.stream().map(GuestEntry::guest).toList();
        }
    }

    record Regret(@Nullable @Size(max = 1000) String word) {}

    record Substitute(
            @NotNull @Valid Contact contact,

            @Nullable @Size(min = 1, max = 200) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE)
            String title,

            @Nullable @Size(min = 1, max = 200) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE)
            String organisation) {}

    @GetMapping
    ResponseEntity<Object> one(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        var by = links.who(caller, id, token);
        var invitation = invitations.get(id);
        return ResponseEntity.ok().eTag(invitation.etag()).body(shown(invitation.state(), by));
    }

    @PostMapping("/acceptance")
    Object accept(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            @Valid @RequestBody(required = false) @Nullable Accept request,
            Caller caller) {
        var by = links.who(caller, id, token);
        var guests = request == null ? null : request.coming();
        return shown(invitations.step(id, by, rsvp -> rsvp.accept(guests)), by);
    }

    @PostMapping("/regret")
    Object regret(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            @Valid @RequestBody(required = false) @Nullable Regret request,
            Caller caller) {
        var by = links.who(caller, id, token);
        var word = request == null ? null : request.word();
        return shown(invitations.step(id, by, rsvp -> rsvp.regret(word)), by);
    }

    /** Somebody else comes, and hears of it; the answer is theirs to give. */
    @PostMapping("/substitution")
    Object substitute(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            @Valid @RequestBody Substitute request,
            Caller caller) {
        var by = links.who(caller, id, token);
        var other = new Invitee(request.contact(), request.title(), request.organisation());
        return shown(invitations.change(id, by, rsvp -> rsvp.substitute(other)).state(), by);
    }

    private Object shown(Registration invitation, String by) {
        var now = clock.instant();
        if (!by.equals(Entry.GUEST)) return InvitationView.of(invitation, links.token(invitation.id()), now);
        return OwnInvitation.of(invitation, events.get(invitation.eventId()).state(), now);
    }
}
