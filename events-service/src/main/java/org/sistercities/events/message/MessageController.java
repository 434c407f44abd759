package org.sistercities.events.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Events;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The events team sees what was sent, what waits and what was refused, and has it sent once more. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/events/{event}/messages")
class MessageController {
    private final Messages messages;
    private final Addressees addressees;
    private final Events events;
    private final Clock clock;

    MessageController(Messages messages, Addressees addressees, Events events, Clock clock) {
        this.messages = messages;
        this.addressees = addressees;
        this.events = events;
        this.clock = clock;
    }

    /** @param recipient the address it goes to now */
    record View(
            String id,
            Kind kind,
            Message.Status status,
            String recipientId,
            @Nullable String recipient,
            Instant createdAt,
            @Nullable Instant dueAt,
            int attempts,
            @Nullable Instant sentAt,
            @Nullable String problem) {}

    @GetMapping
    Page<View> list(
            @PathVariable String event,
            @RequestParam(required = false) Message.@Nullable Status status,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable String recipientId,
            @RequestParam(required = false) @Nullable Moment cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var found = messages.ofEvent(events.get(event).id(), status, kind, recipientId, cursor, limit + 1);
        return Page.of(found, limit, last -> new Moment(last.state().createdAt(), last.id()))
                .map(shown -> view(shown.state()));
    }

    /** It is sent again soon, to the address that is known then. */
    @PostMapping("/{id}/sendings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    View again(
            @PathVariable String event, @PathVariable String id, @RequestHeader("Idempotency-Key") IdempotencyKey key) {
        if (!messages.get(id).state().eventId().equals(events.get(event).id()))
            throw new NoSuchAggregate("message", id);
        return view(messages.change(id, key.of("again"), message -> message.again(clock.instant()))
                .state());
    }

    private View view(Message message) {
        return new View(
                message.id(),
                message.kind(),
                message.status(),
                message.recipientId(),
                addressees.email(message.recipientId()).orElse(null),
                message.createdAt(),
                message.dueAt(),
                message.attempts(),
                message.sentAt(),
                message.problem());
    }
}
