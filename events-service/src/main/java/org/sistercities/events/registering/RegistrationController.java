package org.sistercities.events.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Events;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Guests register; the events team looks them up. An event goes by its id or its slug. */
@RestController
@RequestMapping("/api/v1")
class RegistrationController {
    private final Combiner<Arrival, Registration> desks;
    private final Registrations registrations;
    private final Events events;
    private final JsonMapper json;

    RegistrationController(
            Combiner<Arrival, Registration> desks, Registrations registrations, Events events, JsonMapper json) {
        this.desks = desks;
        this.registrations = registrations;
        this.events = events;
        this.json = json;
    }

    /** Once this answers 201, the places are the party's, whatever breaks. The same key gets the same registration. */
    @Public
    @PostMapping("/events/{event}/registrations")
    ResponseEntity<RegistrationView> register(
            @PathVariable String event,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @Valid @RequestBody RegisterParty party) {
        var arrival = new Arrival(key, key.of(json.writeValueAsString(party)), party);
        var registration = desks.submit(event, arrival);
        return ResponseEntity.created(URI.create("/api/v1/registrations/" + registration.id()))
                .body(RegistrationView.withoutPersonalData(registration));
    }

    @AllowedFor(Role.EVENTS_MANAGER)
    @GetMapping("/registrations/{id}")
    ResponseEntity<RegistrationView> one(@PathVariable String id) {
        var registration = registrations.get(id);
        return ResponseEntity.ok().eTag(registration.etag()).body(RegistrationView.complete(registration.state()));
    }

    @AllowedFor(Role.EVENTS_MANAGER)
    @GetMapping("/events/{event}/registrations")
    Page<RegistrationView> ofEvent(
            @PathVariable String event,
            @RequestParam(required = false) @Nullable Moment cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var found = registrations.ofEvent(events.get(event).id(), cursor, limit + 1);
        return Page.of(found, limit, last -> new Moment(last.state().confirmedAt(), last.id()))
                .map(shown -> RegistrationView.complete(shown.state()));
    }

    @AllowedFor(Role.EVENTS_MANAGER)
    @GetMapping("/events/{event}/quotas")
    ResponseEntity<QuotasView> quotas(@PathVariable String event) {
        var quotas = registrations.quotas(events.get(event).id());
        return ResponseEntity.ok().eTag(quotas.etag()).body(QuotasView.of(quotas.state()));
    }
}
