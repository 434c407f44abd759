package org.sistercities.web.console;

import java.util.HashMap;
import java.util.Map;
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
import tools.jackson.databind.JsonNode;

/** What guests are asked with their names, and until when registrations may be changed by those who have made them. */
@Controller
@RequestMapping("/console/events/{id}/questions")
class AskController {
    private final Desk desk;
    private final Pages pages;

    AskController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> form(@PathVariable String id, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var event = event(id, staff);
        var offer = staff.tagged(JsonNode.class, path(id));
        return shown(HttpStatus.OK, event, AskForm.of(offer.value(), event.zone()), offer.etag(), Map.of(), visitor);
    }

    @PostMapping
    ResponseEntity<byte[]> save(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var event = event(id, staff);
        var typed = AskForm.of(form);
        var offer = staff.tagged(JsonNode.class, path(id));
        try {
            staff.change(HttpMethod.PUT, path(id), typed.changed(offer.value(), event.zone()), form.text("etag"));
            return Pages.seeOther("/console/events/" + id + "/questions");
        } catch (Refused refused) {
            var told = Told.of(refused).model();
            var etag = refused.isStale() ? offer.etag() : form.text("etag");
            if (refused.isStale())
                told.put("theirs", AskForm.of(offer.value(), event.zone()).asked());
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, event, typed, etag, told, visitor);
        }
    }

    private static EventPage event(String id, Staff staff) {
        return staff.get(EventPage.class, ApiPath.of("events", id));
    }

    private static ApiPath path(String id) {
        return ApiPath.of("events", id, "ticket-types");
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, EventPage event, AskForm form, String etag, Map<String, Object> told, Visitor visitor) {
        var model = new HashMap<>(told);
        model.put("event", event);
        model.put("form", form);
        model.put("etag", etag);
        return pages.own(status, "console-questions", visitor, model);
    }
}
