package org.sistercities.web.console;

import java.util.HashMap;
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

/** Who has registered, as parties, who waits for places, and what money has come for them. */
@Controller
class PartiesController {
    private static final int PAGE = 50;

    private final Desk desk;
    private final Pages pages;

    PartiesController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/console/events/{id}/registrations")
    ResponseEntity<byte[]> parties(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "") String status,
            Visitor visitor) {
        var path =
                ApiPath.of("events", id, "registrations").with("status", status).with("cursor", cursor);
        var told = Map.of("cursor", cursor, "status", status);
        return list("console-registrations", "parties", Party.Parties.class, path, id, told, visitor);
    }

    /** In the order in which they are offered what becomes free. */
    @GetMapping("/console/events/{id}/waiting")
    ResponseEntity<byte[]> waiting(
            @PathVariable String id, @RequestParam(required = false) @Nullable String cursor, Visitor visitor) {
        var path = ApiPath.of("events", id, "waiting-list").with("cursor", cursor);
        return list("console-waiting", "waiting", Party.WaitingList.class, path, id, Map.of(), visitor);
    }

    @GetMapping("/console/events/{id}/payments")
    ResponseEntity<byte[]> payments(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "") String state,
            Visitor visitor) {
        var path = ApiPath.of("events", id, "payments").with("state", state).with("cursor", cursor);
        return list("console-payments", "payments", Party.Payments.class, path, id, Map.of("state", state), visitor);
    }

    private ResponseEntity<byte[]> list(
            String template,
            String name,
            Class<?> type,
            ApiPath path,
            String id,
            Map<String, String> told,
            Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var items = staff.later(type, path.with("limit", PAGE));
        var model = new HashMap<String, Object>(told);
        model.put("nothing", Map.of());
        model.put("event", staff.get(EventPage.class, ApiPath.of("events", id)));
        model.put(name, items.part());
        return pages.own(HttpStatus.OK, template, visitor, model);
    }
}
