package org.sistercities.web.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Fields;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;

/**
 * An event's plan is edited as a whole. When somebody else was faster, what was typed stays, what they have written is shown beside it,
 * and sending once more is a decision, not an accident.
 */
@Controller
@RequestMapping("/console/events/{id}/plan")
class PlanController {

    private final Desk desk;
    private final Pages pages;

    PlanController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> form(@PathVariable String id, Visitor visitor) {
        var event = desk.staff(visitor, Desk.EVENTS_TEAM).tagged(JsonNode.class, ApiPath.of("events", id));
        return shown(HttpStatus.OK, id, PlanForm.fields(event.value()), event.etag(), Map.of(), visitor);
    }

    @PostMapping
    ResponseEntity<byte[]> save(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var typed = form.typed();
        try {
            staff.change(HttpMethod.PUT, ApiPath.of("events", id), PlanRequest.plan(typed), form.text("etag"));
            return Pages.seeOther("/console/events/" + id);
        } catch (Refused refused) {
            var told = Told.of(refused).model();
            var etag = form.text("etag");
            if (refused.isStale()) {
                var theirs = staff.tagged(JsonNode.class, ApiPath.of("events", id));
                etag = theirs.etag();
                told.put("theirs", Fields.differing(PlanForm.fields(theirs.value()), typed, List.of("etag")));
            }
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, typed, etag, told, visitor);
        }
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            String id,
            Map<String, String> fields,
            String etag,
            Map<String, Object> told,
            Visitor visitor) {
        var model = new HashMap<String, Object>(told);
        model.put("id", id);
        model.put("f", fields);
        model.put("rows", PlanForm.rows(fields));
        model.put("etag", etag);
        return pages.own(status, "console-plan", visitor, model);
    }
}
