package org.sistercities.web.console;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.event.EventPage;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The guest list: searched, filtered, and the same guests as files and cards. */
@Controller
class GuestsController {
    private static final int PAGE = 50;
    private static final List<String> FILTERS = List.of("q", "status", "ticketType", "admitted", "category");

    private final Desk desk;
    private final Pages pages;

    GuestsController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    record Guest(
            String ticketId,
            String registrationId,
            @Nullable String name,
            @Nullable String title,
            @Nullable String organisation,
            String ticketType,
            String status,
            String partyOf,
            String email,
            @Nullable String dietary,
            @Nullable String access,
            @Nullable String category,
            @Nullable Instant admittedAt) {}

    record Guests(List<Guest> items, @Nullable String next) {}

    @GetMapping("/console/events/{id}/guests")
    ResponseEntity<byte[]> list(@PathVariable String id, @RequestParam Map<String, String> asked, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var filters = new LinkedHashMap<String, String>();
        for (var filter : FILTERS)
            if (!asked.getOrDefault(filter, "").isBlank()) filters.put(filter, asked.getOrDefault(filter, ""));
        var path = ApiPath.of("events", id, "guests")
                .with("cursor", asked.get("cursor"))
                .with("limit", PAGE);
        filters.forEach(path::with);
        var guests = staff.later(Guests.class, path);
        var model = new HashMap<String, Object>();
        model.put("event", staff.get(EventPage.class, ApiPath.of("events", id)));
        model.put("guests", guests.part());
        model.put("asked", filters);
        model.put("query", query(filters));
        return pages.own(HttpStatus.OK, "console-guests", visitor, model);
    }

    /** The same filters for a link; begins with a question mark. */
    private static String query(Map<String, String> filters) {
        var link = UriComponentsBuilder.newInstance();
        filters.forEach((name, value) -> link.queryParam(name, "{" + name + "}"));
        return "?"
                + java.util.Objects.requireNonNullElse(
                        link.encode().buildAndExpand(filters).toUri().getRawQuery(), "");
    }
}
