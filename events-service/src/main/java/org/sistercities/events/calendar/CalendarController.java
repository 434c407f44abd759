package org.sistercities.events.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
import org.sistercities.events.event.EventFilter;
import org.sistercities.events.event.Events;
import org.sistercities.platform.security.Public;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An event for a guest's calendar, and all coming ones for whoever subscribes to them. */
@Public
@RestController
@RequestMapping("/api/v1")
class CalendarController {
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");
    private static final int MOST_EVENTS = 1_000;

    private final Events events;
    private final Clock clock;

    CalendarController(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/events/{event}.ics")
    ResponseEntity<byte[]> one(@PathVariable String event) {
        var found = events.published(event);
        var calendar = InternetCalendar.of(List.of(found), clock.instant());
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .eTag(found.etag())
                .header(
                        "Content-Disposition",
                        "inline; filename=\"" + found.state().slug() + ".ics\"")
                .body(calendar.getBytes(UTF_8));
    }

    /** The next {@value #MOST_EVENTS} at most. */
    @GetMapping("/events.ics")
    ResponseEntity<byte[]> coming() {
        var now = clock.instant();
        var calendar = InternetCalendar.of(events.list(EventFilter.coming(now), null, MOST_EVENTS), now);
        return ResponseEntity.ok().contentType(CALENDAR).body(calendar.getBytes(UTF_8));
    }
}
