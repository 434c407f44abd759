package org.sistercities.events.planning;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Events;
import org.sistercities.events.listing.EventView;
import org.sistercities.events.planning.DraftEvent.Drafting;
import org.sistercities.events.planning.DraftEvent.Editing;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The events team drafts, edits and publishes events, copies them, and closes or cancels them. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/events")
class PlanningController {
    private final Events events;
    private final Registrations registrations;
    private final JsonMapper json;
    private final Clock clock;

    PlanningController(Events events, Registrations registrations, JsonMapper json, Clock clock) {
        this.events = events;
        this.registrations = registrations;
        this.json = json;
        this.clock = clock;
    }

    /** The quotas come first: a crash in between leaves quotas nobody sees, never an event without quotas. */
    @PostMapping
    ResponseEntity<EventView> draft(
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @Validated(Drafting.class) @RequestBody DraftEvent request) {
        var id = key.idIn("event");
        var repeatable = key.of(json.writeValueAsString(request));
        var quotas = request.quotas(id);
        var draft = request.event(id).drafted(quotas.ids());
        registrations.openQuotas(quotas, repeatable);
        var event = events.draft(id, repeatable, draft);
        return shown(ResponseEntity.created(URI.create("/api/v1/events/" + id)), event);
    }

    /** Replaces all that is said about the event but its quotas and ticket types. */
    @PutMapping("/{event}")
    ResponseEntity<EventView> edit(
            @PathVariable String event,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Validated(Editing.class) @RequestBody DraftEvent request) {
        var plan = request.plan();
        return changed(event, ifMatch, (known, now) -> known.edit(request.slug(), plan, now));
    }

    /** Drafts the same event once more; as with any draft, the quotas come first. */
    @PostMapping("/{event}/copies")
    ResponseEntity<EventView> copy(
            @PathVariable String event,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @Valid @RequestBody CopyEvent request) {
        var original = events.get(event);
        var id = key.idIn("event");
        var repeatable = key.of(original.id() + json.writeValueAsString(request));
        var quotas = registrations.quotas(original.id()).state().emptied(id);
        var startsAt = request.startsAt().in(original.state().zone());
        var copy = original.state().copy(id, request.slug(), startsAt).drafted(quotas.ids());
        registrations.openQuotas(quotas, repeatable);
        return shown(ResponseEntity.created(URI.create("/api/v1/events/" + id)), events.draft(id, repeatable, copy));
    }

    @PostMapping("/{event}/publication")
    ResponseEntity<EventView> publish(
            @PathVariable String event, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return changed(event, ifMatch, Event::publish);
    }

    @PostMapping("/{event}/conclusion")
    ResponseEntity<EventView> conclude(
            @PathVariable String event, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return changed(event, ifMatch, Event::conclude);
    }

    /** Sales close at once and the door stays shut; the parties' registrations are cancelled by whoever hears of it. */
    @PostMapping("/{event}/cancellation")
    ResponseEntity<EventView> cancel(
            @PathVariable String event,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody CancelEvent request) {
        return changed(event, ifMatch, (known, now) -> known.cancel(request.reason(), now));
    }

    private ResponseEntity<EventView> changed(
            String event, @Nullable String ifMatch, BiFunction<Event, Instant, Change<Event>> decision) {
        long revision = IfMatch.revision(ifMatch);
        var now = clock.instant();
        return shown(ResponseEntity.ok(), events.change(event, revision, known -> decision.apply(known, now)));
    }

    private ResponseEntity<EventView> shown(ResponseEntity.BodyBuilder answer, Stored<Event> event) {
        var quotas = registrations.quotas(event.id());
        return answer.eTag(event.etag()).body(EventView.of(event.state(), quotas.state(), clock.instant()));
    }
}
