package org.sistercities.events.planning;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Events;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The events team changes what tickets there are, also while they are on sale; what parties have stays as it was sold. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/events/{event}/ticket-types")
class TicketOfferController {
    private final Events events;
    private final Registrations registrations;

    TicketOfferController(Events events, Registrations registrations) {
        this.events = events;
        this.registrations = registrations;
    }

    @GetMapping
    ResponseEntity<TicketOffer> get(@PathVariable String event) {
        return shown(events.get(event));
    }

    /** Replaces the whole offer; If-Match is the event's entity tag. */
    @PutMapping
    ResponseEntity<TicketOffer> put(
            @PathVariable String event,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody TicketOffer offer) {
        long revision = IfMatch.revision(ifMatch);
        var quotas = registrations.quotas(events.get(event).id()).state().ids();
        return shown(events.change(event, revision, known -> known.offer(offer.types(), offer.rules(), quotas)));
    }

    private static ResponseEntity<TicketOffer> shown(Stored<Event> event) {
        return ResponseEntity.ok().eTag(event.etag()).body(TicketOffer.of(event.state()));
    }
}
