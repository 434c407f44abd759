package org.sistercities.web.console;

import java.util.HashMap;
import java.util.List;
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
import tools.jackson.databind.node.JsonNodeFactory;

/** Quotas and ticket types, which change also while tickets are on sale. */
@Controller
@RequestMapping("/console/events/{id}/tickets")
class TicketsController {
    private final Desk desk;
    private final Pages pages;

    TicketsController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> page(@PathVariable String id, Visitor visitor) {
        return shown(HttpStatus.OK, id, desk.staff(visitor, Desk.EVENTS_TEAM), Map.of(), visitor);
    }

    /** Sales in between get in nobody's way; another change of the capacities does. */
    @PostMapping("/quotas/{quota}")
    ResponseEntity<byte[]> resize(@PathVariable String id, @PathVariable String quota, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var body = JsonNodeFactory.instance.objectNode();
        PlanRequest.number(body, "capacity", form.text("capacity"));
        return changed(id, HttpMethod.PUT, ApiPath.of("events", id, "quotas", quota), body, form, staff, visitor);
    }

    @PostMapping("/quotas")
    ResponseEntity<byte[]> open(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var body = JsonNodeFactory.instance.objectNode();
        body.put("id", PlanRequest.named(form.text("name"))).put("name", form.text("name"));
        PlanRequest.number(body, "capacity", form.text("capacity"));
        return changed(id, HttpMethod.POST, ApiPath.of("events", id, "quotas"), body, form, staff, visitor);
    }

    /** The offer as it was, with what the form says of each type. */
    @PostMapping
    ResponseEntity<byte[]> offer(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var offer = staff.get(JsonNode.class, ApiPath.of("events", id, "ticket-types"));
        var body = OfferForm.changed(offer, form);
        return changed(id, HttpMethod.PUT, ApiPath.of("events", id, "ticket-types"), body, form, staff, visitor);
    }

    private ResponseEntity<byte[]> changed(
            String id, HttpMethod method, ApiPath path, Object body, Form form, Staff staff, Visitor visitor) {
        try {
            staff.change(method, path, body, form.text("etag"));
            return Pages.seeOther("/console/events/" + id + "/tickets");
        } catch (Refused refused) {
            var told = Told.of(refused).model();
            told.put("typed", form.typed());
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, staff, told, visitor);
        }
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, String id, Staff staff, Map<String, Object> told, Visitor visitor) {
        var event = staff.get(EventPage.class, ApiPath.of("events", id));
        var quotas = staff.tagged(Quotas.class, ApiPath.of("events", id, "quotas"));
        var offer = staff.tagged(JsonNode.class, ApiPath.of("events", id, "ticket-types"));
        var model = new HashMap<String, Object>(Map.of("typed", Map.of()));
        model.putAll(told);
        model.put("event", event);
        model.put("quotas", quotas.value().items());
        model.put("quotasTag", quotas.etag());
        model.put("types", OfferForm.rows(offer.value(), event.zone()));
        model.put("offerTag", offer.etag());
        return pages.own(status, "console-tickets", visitor, model);
    }

    record Quotas(List<Quota> items) {}

    record Quota(String id, String name, int capacity, int taken, int held, int left) {}
}
