package org.sistercities.web.console;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
import org.sistercities.web.event.EventPage;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was written to guests, what waits and what was refused; each can be sent once more. */
@Controller
@RequestMapping("/console/events/{id}/messages")
class LettersController {
    /** What messages are for; each kind has its words. */
    static final List<String> KINDS = List.of(
            "CONFIRMATION",
            "REMINDER",
            "CHANGE",
            "CANCELLATION",
            "OFFER",
            "EVENT_CHANGED",
            "EVENT_CANCELLED",
            "INVITATION",
            "INVITATION_REMINDER",
            "REGRET",
            "INVITATION_WITHDRAWN",
            "INVOICE",
            "PAYMENT_REMINDER",
            "OVERDUE",
            "PAYMENT_TOO_LATE",
            "REFUND");

    private static final int PAGE = 50;

    private final Desk desk;
    private final Pages pages;

    LettersController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> list(@PathVariable String id, @RequestParam Map<String, String> asked, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        return shown(HttpStatus.OK, id, staff, asked, Map.of(), visitor);
    }

    @PostMapping("/{message}/sendings")
    ResponseEntity<byte[]> again(@PathVariable String id, @PathVariable String message, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        try {
            Letters.sendAgain(staff, id, message, form);
            return Pages.seeOther("/console/events/" + id + "/messages");
        } catch (Refused refused) {
            return shown(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    id,
                    staff,
                    Map.of(),
                    Told.of(refused).model(),
                    visitor);
        }
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            String id,
            Staff staff,
            Map<String, String> asked,
            Map<String, Object> told,
            Visitor visitor) {
        var filters = new LinkedHashMap<String, String>();
        for (var filter : List.of("status", "kind")) filters.put(filter, asked.getOrDefault(filter, ""));
        var path = ApiPath.of("events", id, "messages")
                .with("cursor", asked.get("cursor"))
                .with("limit", PAGE);
        filters.forEach(path::with);
        var letters = staff.later(Letters.class, path);
        var model = new HashMap<>(told);
        model.put("event", staff.get(EventPage.class, ApiPath.of("events", id)));
        model.put("letters", letters.part());
        model.put("asked", filters);
        model.put("kinds", KINDS);
        model.put("key", UUID.randomUUID().toString());
        return pages.own(status, "console-messages", visitor, model);
    }
}
