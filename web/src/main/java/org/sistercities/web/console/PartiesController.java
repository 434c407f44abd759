package org.sistercities.web.console;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
import org.sistercities.web.event.EventPage;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Staff;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has registered, as parties: those to be approved are, or not, and money that came by transfer is noted. */
@Controller
@RequestMapping("/console/events/{id}/registrations")
class PartiesController {
    private static final int PAGE = 50;

    private final Desk desk;
    private final Pages pages;

    PartiesController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    record Party(
            String id,
            String status,
            int places,
            List<Tickets> tickets,
            EventPage.Price total,
            Instant registeredAt,
            @Nullable Contact contact) {}

    record Tickets(String ticketType, int count) {}

    record Contact(String name, String email) {}

    record Parties(List<Party> items, @Nullable String next) {}

    @GetMapping
    ResponseEntity<byte[]> list(
            @PathVariable String id, @RequestParam(required = false) @Nullable String cursor, Visitor visitor) {
        var told = new HashMap<String, Object>();
        if (cursor != null) told.put("cursor", cursor);
        return shown(HttpStatus.OK, id, desk.staff(visitor, Desk.EVENTS_TEAM), told, visitor);
    }

    /** What the page sends along is where it was in the list. */
    @PostMapping("/{party}/{step:approval|rejection|payment}")
    ResponseEntity<byte[]> decide(
            @PathVariable String id,
            @PathVariable String party,
            @PathVariable String step,
            Form form,
            Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        try {
            staff.tell(HttpMethod.POST, ApiPath.of("registrations", party, step), body(step, form));
            return Pages.seeOther("/console/events/" + id + "/registrations");
        } catch (Refused refused) {
            var told = Moves.told(refused);
            told.put("typed", form.typed());
            told.put("about", party);
            if (!form.text("cursor").isEmpty()) told.put("cursor", form.text("cursor"));
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, staff, told, visitor);
        }
    }

    private static Map<String, Object> body(String step, Form form) {
        return switch (step) {
            case "approval" -> Map.of("waitingList", form.has("waitingList"));
            case "rejection" -> Map.of("note", form.text("note"));
            default -> Map.of("reference", form.text("reference"), "receivedOn", form.text("receivedOn"));
        };
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, String id, Staff staff, Map<String, Object> told, Visitor visitor) {
        var parties = staff.later(
                Parties.class,
                ApiPath.of("events", id, "registrations")
                        .with("cursor", told.get("cursor"))
                        .with("limit", PAGE));
        var model =
                new HashMap<String, Object>(Map.of("typed", Map.of(), "nothing", Map.of(), "about", "", "cursor", ""));
        model.putAll(told);
        model.put("event", staff.get(EventPage.class, ApiPath.of("events", id)));
        model.put("parties", parties.part());
        return pages.own(status, "console-registrations", visitor, model);
    }
}
