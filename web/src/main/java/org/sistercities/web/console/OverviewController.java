package org.sistercities.web.console;

import java.time.ZoneId;
import java.util.HashMap;
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
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One event: how it fills, and the steps of its life. Each step is for the edition that was on the page. */
@Controller
@RequestMapping("/console/events/{id}")
class OverviewController {
    private final Desk desk;
    private final Pages pages;

    OverviewController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> page(@PathVariable String id, Visitor visitor) {
        return shown(HttpStatus.OK, id, desk.staff(visitor, Desk.EVENTS_TEAM), Map.of(), visitor);
    }

    @PostMapping("/{step:publication|conclusion|cancellation}")
    ResponseEntity<byte[]> step(@PathVariable String id, @PathVariable String step, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var body = step.equals("cancellation") ? Map.of("reason", form.text("reason")) : null;
        try {
            staff.change(HttpMethod.POST, ApiPath.of("events", id, step), body, form.text("etag"));
            return Pages.seeOther("/console/events/" + id);
        } catch (Refused refused) {
            var told = Told.of(refused).model();
            told.put("reason", form.text("reason"));
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, staff, told, visitor);
        }
    }

    /** The same once more, as a draft; the day is by the clock of the venue. */
    @PostMapping("/copies")
    ResponseEntity<byte[]> copy(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var copy = Map.of("slug", form.text("slug"), "startsAt", PlanRequest.at(form.text("startsAt"), form.typed()));
        try {
            var draft = staff.create(ApiPath.of("events", id, "copies"), copy, form.key(copy), EventPage.class);
            return Pages.seeOther("/console/events/" + draft.id() + "/plan");
        } catch (Refused refused) {
            var told = Told.of(refused).model();
            told.put("copied", form.typed());
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, staff, told, visitor);
        }
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, String id, Staff staff, Map<String, Object> told, Visitor visitor) {
        var dashboard = staff.later(Dashboard.class, ApiPath.of("events", id, "dashboard"));
        var event = staff.tagged(EventPage.class, ApiPath.of("events", id));
        var model = new HashMap<String, Object>(told);
        model.put("event", event.value());
        model.put("etag", event.etag());
        var numbers = dashboard.part();
        model.put("dashboard", numbers);
        model.put("key", UUID.randomUUID().toString());
        numbers.get()
                .ifPresent(known -> model.put(
                        "courses", Course.of(known, ZoneId.of(event.value().zone()))));
        return pages.own(status, "console-event", visitor, model);
    }
}
