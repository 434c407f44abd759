package org.sistercities.events.registering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Events;
import org.sistercities.events.registration.House;
import org.sistercities.events.registration.Registrations;
import org.sistercities.events.registration.Waiting;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The events team watches how an event fills. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/events/{event}")
class QuotasController {
    private final Registrations registrations;
    private final Events events;
    private final House house;
    private final Clock clock;

    QuotasController(Registrations registrations, Events events, House house, Clock clock) {
        this.house = house;
        this.registrations = registrations;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/quotas")
    ResponseEntity<QuotasView> quotas(@PathVariable String event) {
        return shown(events.get(event).id());
    }

    /** Opens one more; ticket types may draw from it from then on. If-Match is the ETag of the quotas. */
    @PostMapping("/quotas")
    ResponseEntity<QuotasView> open(
            @PathVariable String event,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody OpenQuota request) {
        long edition = IfMatch.revision(ifMatch);
        var found = events.get(event).state();
        house.open(found, edition, request.quota());
        return shown(found.id());
    }

    /** Changes a quota's capacity, also while tickets are on sale; If-Match is the ETag of the quotas, and sales get in nobody's way. */
    @PutMapping("/quotas/{quota}")
    ResponseEntity<QuotasView> resize(
            @PathVariable String event,
            @PathVariable String quota,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ResizeQuota request) {
        long edition = IfMatch.revision(ifMatch);
        var found = events.get(event).state();
        house.resize(found, edition, quota, request.capacity());
        return shown(found.id());
    }

    /** Those who wait, in order. */
    @GetMapping("/waiting-list")
    Page<WaitingView> waitingList(
            @PathVariable String event,
            @RequestParam(defaultValue = "0") Offset cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var waiting = registrations.quotas(events.get(event).id()).state().waiting();
        var page = Page.of(waiting, cursor, limit);
        var parties = registrations.find(
                page.items().stream().map(Waiting::registrationId).toList());
        var position = new AtomicInteger(cursor.items());
        return page.map(party -> WaitingView.of(position.incrementAndGet(), party, parties));
    }

    /** The entity tag names the edition of the capacities; what is after the dot changes with every party. */
    private ResponseEntity<QuotasView> shown(String eventId) {
        var quotas = registrations.quotas(eventId);
        var tag = "\"" + quotas.state().edition() + "." + quotas.revision() + "\"";
        return ResponseEntity.ok().eTag(tag).body(QuotasView.of(quotas.state(), clock.instant()));
    }
}
