package org.sistercities.events.invitation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Events;
import org.sistercities.events.message.Kind;
import org.sistercities.events.message.Messages;
import org.sistercities.events.party.PrintedName;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Reply;
import org.sistercities.events.party.Steps;
import org.sistercities.events.registering.Links;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The events team invites, and sees who comes. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1")
class InvitationController {
    private final Invitations invitations;
    private final Events events;
    private final Messages messages;
    private final Links links;
    private final Clock clock;

    InvitationController(Invitations invitations, Events events, Messages messages, Links links, Clock clock) {
        this.invitations = invitations;
        this.events = events;
        this.messages = messages;
        this.links = links;
        this.clock = clock;
    }

    record Withdraw(@NotBlank @Size(max = 1000) String reason) {}

    record Renew(@NotNull Instant answerBy) {}

    record Rank(
            @Nullable @Size(min = 1, max = 60) @Pattern(regexp = PrintedName.FORM, message = PrintedName.RULE)
            String category,

            @Nullable @Min(1) @Max(100_000) Integer precedence) {}

    record Write(@NotBlank @Size(max = 1000) String text) {}

    /** Needs no Idempotency-Key: nobody is invited twice. Once this answers 201, the places are kept until the answer is due. */
    @PostMapping("/events/{event}/invitations")
    ResponseEntity<InvitationView> invite(
            @PathVariable String event, @Valid @RequestBody InvitePerson person, Caller caller) {
        var invitation = invitations.invite(events.get(event).state(), person, caller.name());
        return ResponseEntity.created(URI.create("/api/v1/invitations/" + invitation.id()))
                .body(shown(invitation));
    }

    @GetMapping("/events/{event}/invitations")
    Page<InvitationView> list(
            @PathVariable String event,
            @RequestParam(required = false) @Nullable Reply reply,
            @RequestParam(required = false) @Nullable @Size(max = 60) String category,
            @RequestParam(defaultValue = Offset.START) Offset cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var now = clock.instant();
        var found = invitations.ofEvent(events.get(event).id()).stream()
                .filter(some -> reply == null || Reply.of(some, now) == reply)
                .filter(some -> category == null || category.equals(categoryOf(some)))
                .toList();
        return Page.of(found, cursor, limit).map(some -> InvitationView.of(some, null, now));
    }

    /** Takes an invitation back, accepted or not; the places are free. */
    @PostMapping("/invitations/{id}/withdrawal")
    InvitationView withdraw(@PathVariable String id, @Valid @RequestBody Withdraw request, Caller caller) {
        return shown(invitations.step(
                id,
                caller.name(),
                rsvp -> new Steps(rsvp.registration(), rsvp.setting(), rsvp.by()).cancel(request.reason())));
    }

    /** Asks once more, with another date; the invitee hears of it. */
    @PostMapping("/invitations/{id}/renewal")
    InvitationView renew(@PathVariable String id, @Valid @RequestBody Renew request, Caller caller) {
        return shown(invitations.step(id, caller.name(), rsvp -> rsvp.renew(request.answerBy())));
    }

    /** Sends the letter again. */
    @PostMapping("/invitations/{id}/sendings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    InvitationView send(@PathVariable String id, @RequestHeader("Idempotency-Key") IdempotencyKey key) {
        var invitation = invitations.get(id).state();
        var cause = "sending/" + key.idIn("invitation");
        messages.want(List.of(new Messages.Wanted(cause, invitation.eventId(), id, Kind.INVITATION, clock.instant())));
        return shown(invitation);
    }

    @PutMapping("/invitations/{id}/rank")
    ResponseEntity<InvitationView> rank(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Rank request,
            Caller caller) {
        var changed = invitations.change(
                id,
                IfMatch.revision(ifMatch),
                caller.name(),
                rsvp -> rsvp.rank(request.category(), request.precedence()));
        return ResponseEntity.ok().eTag(changed.etag()).body(shown(changed.state()));
    }

    @PostMapping("/invitations/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    InvitationView note(
            @PathVariable String id,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @Valid @RequestBody Write request,
            Caller caller) {
        return shown(invitations
                .change(id, key.of(request.text()), caller.name(), rsvp -> rsvp.note(request.text()))
                .state());
    }

    private InvitationView shown(Registration invitation) {
        return InvitationView.of(invitation, links.token(invitation.id()), clock.instant());
    }

    private static @Nullable String categoryOf(Registration invitation) {
        return Objects.requireNonNull(invitation.invited()).category();
    }
}
