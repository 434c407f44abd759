package org.sistercities.events.listing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.EventFilter;
import org.sistercities.events.event.Events;
import org.sistercities.events.event.Kind;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What visitors read of events. */
@Public
@RestController
@RequestMapping("/api/v1/events")
class ListingController {
    private final Events events;
    private final Registrations registrations;
    private final Clock clock;

    ListingController(Events events, Registrations registrations, Clock clock) {
        this.events = events;
        this.registrations = registrations;
        this.clock = clock;
    }

    /**
     * Coming events by their beginning, or past ones the latest first.
     *
     * @param from the earliest start, such as 2027-01-16T00:00:00-05:00
     * @param to before which they start
     */
    @GetMapping
    Page<EventSummary> list(
            @RequestParam(required = false) @Nullable String hostCity,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "false") boolean archive,
            @RequestParam(required = false) @Nullable Moment cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var filter = new EventFilter(hostCity, kind, from, to, archive, clock.instant());
        var found = events.list(filter, cursor, limit + 1);
        return Page.of(found, limit, last -> new Moment(last.state().startsAt(), last.id()))
                .map(shown -> EventSummary.of(shown.state()));
    }

    /** What the events team has not published yet, by its beginning. */
    @AllowedFor(Role.EVENTS_MANAGER)
    @GetMapping("/drafts")
    Page<EventSummary> drafts(
            @RequestParam(required = false) @Nullable Moment cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var found = events.drafts(cursor, limit + 1);
        return Page.of(found, limit, last -> new Moment(last.state().startsAt(), last.id()))
                .map(shown -> EventSummary.of(shown.state()));
    }

    /**
     * An event's page; what is left may be seconds old. The events team sees drafts, too. The entity tag names the revision of
     * the event, which If-Match asks for, and after the dot that of its quotas, so that a sale makes old pages stale but gets
     * in nobody's way.
     */
    @GetMapping("/{event}")
    ResponseEntity<EventView> page(@PathVariable String event, Caller caller) {
        var found = caller.is(Role.EVENTS_MANAGER) ? events.get(event) : events.published(event);
        var quotas = registrations.quotas(found.id());
        return ResponseEntity.ok()
                .eTag("\"" + found.revision() + "." + quotas.revision() + "\"")
                .body(EventView.of(found.state(), quotas.state(), clock.instant()));
    }
}
