package org.sistercities.events.registering;

import java.time.Clock;
import org.sistercities.events.event.Events;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The events team watches how an event fills. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/events/{event}")
class QuotasController {
    private final Registrations registrations;
    private final Events events;
    private final Clock clock;

    QuotasController(Registrations registrations, Events events, Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/quotas")
    ResponseEntity<QuotasView> quotas(@PathVariable String event) {
        var quotas = registrations.quotas(events.get(event).id());
        return ResponseEntity.ok().eTag(quotas.etag()).body(QuotasView.of(quotas.state(), clock.instant()));
    }
}
