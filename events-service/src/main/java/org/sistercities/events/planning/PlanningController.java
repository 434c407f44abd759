package org.sistercities.events.planning;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Events;
import org.sistercities.events.listing.EventView;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The events team drafts and publishes events. */
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
            @RequestHeader("Idempotency-Key") IdempotencyKey key, @Valid @RequestBody DraftEvent request) {
        var id = key.idIn("event");
        var repeatable = key.of(json.writeValueAsString(request));
        var quotas = request.quotas(id);
        var draft = request.event(id).drafted(quotas.ids());
        registrations.openQuotas(quotas, repeatable);
        var event = events.draft(id, repeatable, draft);
        return shown(ResponseEntity.created(URI.create("/api/v1/events/" + id)), event);
    }

    @PostMapping("/{event}/publication")
    ResponseEntity<EventView> publish(
            @PathVariable String event, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        long revision = IfMatch.revision(ifMatch);
        var now = clock.instant();
        return shown(ResponseEntity.ok(), events.change(event, revision, draft -> draft.publish(now)));
    }

    private ResponseEntity<EventView> shown(ResponseEntity.BodyBuilder answer, Stored<Event> event) {
        var quotas = registrations.quotas(event.id());
        return answer.eTag(event.etag()).body(EventView.of(event.state(), quotas.state(), clock.instant()));
    }
}
