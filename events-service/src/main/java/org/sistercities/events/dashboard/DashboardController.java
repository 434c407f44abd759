package org.sistercities.events.dashboard;

import java.time.Clock;
import java.time.Duration;
import org.sistercities.events.door.Attendance;
import org.sistercities.events.door.Live;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Events;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The events team sees how an event fills, once or as it changes. Costs one read by id, however many have registered. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/events/{event}/dashboard")
class DashboardController {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Turnout turnout;
    private final Attendance attendance;
    private final Registrations registrations;
    private final Events events;
    private final Clock clock;

    DashboardController(
            Turnout turnout, Attendance attendance, Registrations registrations, Events events, Clock clock) {
        this.turnout = turnout;
        this.attendance = attendance;
        this.registrations = registrations;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping
    Dashboard now(@PathVariable String event) {
        return dashboard(events.get(event).state());
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<Flux<ServerSentEvent<Dashboard>>> live(@PathVariable String event) {
        var found = events.get(event).state();
        return ResponseEntity.ok(Live.of("dashboard", LOOK_EVERY, () -> dashboard(found)));
    }

    private Dashboard dashboard(Event event) {
        return Dashboard.of(
                event,
                registrations.quotas(event.id()).state(),
                turnout.of(event.id()),
                attendance.counts(event.id()).byTicketType(),
                attendance.byHour(event.id()),
                clock.instant());
    }
}
