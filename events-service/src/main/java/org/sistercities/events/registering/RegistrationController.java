package org.sistercities.events.registering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.code.Codes;
import org.sistercities.events.event.Events;
import org.sistercities.events.party.Entry;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Status;
import org.sistercities.events.registration.Arrival;
import org.sistercities.events.registration.Combiner;
import org.sistercities.events.registration.PartyArrives;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.waiting.Requester;
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

/** Guests register, and see their registration by its token; the events team sees all. An event goes by its id or its slug. */
@RestController
@RequestMapping("/api/v1")
class RegistrationController {
    private final Combiner<Arrival, Registration> desks;
    private final Registrations registrations;
    private final Events events;
    private final Codes codes;
    private final Links links;
    private final JsonMapper json;
    private final Clock clock;

    RegistrationController(
            Combiner<Arrival, Registration> desks,
            Registrations registrations,
            Events events,
            Codes codes,
            Links links,
            JsonMapper json,
            Clock clock) {
        this.desks = desks;
        this.registrations = registrations;
        this.events = events;
        this.codes = codes;
        this.links = links;
        this.json = json;
        this.clock = clock;
    }

    /** Once this answers 201, the places are the party's, whatever breaks. The same key gets the same registration. */
    @Public
    @PostMapping("/events/{event}/registrations")
    ResponseEntity<RegistrationView> register(
            @PathVariable String event,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @Valid @RequestBody RegisterParty party,
            Requester requester) {
        var request = key.of(json.writeValueAsString(party));
        var code = party.code() == null ? null : codes.get(events.get(event).id(), party.code());
        var arrival = new PartyArrives(key, request, party.application(code));
        var registration = desks.submit(event, arrival, requester::isGone);
        return ResponseEntity.created(URI.create("/api/v1/registrations/" + registration.id()))
                .body(inLine(
                        registration,
                        RegistrationView.withToken(registration, links.token(registration.id()), clock.instant())));
    }

    @Public
    @GetMapping("/registrations/{id}")
    ResponseEntity<RegistrationView> one(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        links.who(caller, id, token);
        var registration = registrations.get(id);
        return ResponseEntity.ok()
                .eTag(registration.etag())
                .body(inLine(registration.state(), RegistrationView.complete(registration.state(), clock.instant())));
    }

    /** What has happened to it: who, when, what. */
    @AllowedFor(Role.EVENTS_MANAGER)
    @GetMapping("/registrations/{id}/history")
    Page<Entry> history(@PathVariable String id) {
        return new Page<>(registrations.get(id).state().history(), null);
    }

    /** @param status as it is recorded: what has run out says so a moment later */
    @AllowedFor(Role.EVENTS_MANAGER)
    @GetMapping("/events/{event}/registrations")
    Page<RegistrationView> ofEvent(
            @PathVariable String event,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Moment cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var now = clock.instant();
        var found = registrations.ofEvent(events.get(event).id(), status, cursor, limit + 1);
        return Page.of(found, limit, last -> new Moment(last.state().registeredAt(), last.id()))
                .map(shown -> RegistrationView.complete(shown.state(), now));
    }

    private RegistrationView inLine(Registration registration, RegistrationView view) {
        if (view.status() != Status.WAITLISTED) return view;
        int position = registrations.quotas(registration.eventId()).state().position(registration.id());
        return position > 0 ? view.at(position) : view;
    }
}
