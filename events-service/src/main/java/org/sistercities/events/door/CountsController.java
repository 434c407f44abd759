package org.sistercities.events.door;

import java.time.Duration;
import org.sistercities.events.door.Attendance.Counts;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** How many guests are in, once or as it changes. */
@AllowedFor({Role.DOOR_DEVICE, Role.EVENTS_MANAGER})
@RestController
@RequestMapping("/api/v1/events/{event}/admissions/counts")
class CountsController {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Attendance attendance;
    private final AtTheDoor atTheDoor;

    CountsController(Attendance attendance, AtTheDoor atTheDoor) {
        this.attendance = attendance;
        this.atTheDoor = atTheDoor;
    }

    @GetMapping
    Counts counts(@PathVariable String event, Caller caller) {
        return attendance.counts(atTheDoor.of(event, caller).id());
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<Flux<ServerSentEvent<Counts>>> live(@PathVariable String event, Caller caller) {
        var id = atTheDoor.of(event, caller).id();
        // in a ResponseEntity, because a bare Flux would have this read the event on an event loop
        return ResponseEntity.ok(Live.of("counts", LOOK_EVERY, () -> attendance.counts(id)));
    }
}
