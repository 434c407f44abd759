package org.sistercities.web.console;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
import org.sistercities.web.event.EventList;
import org.sistercities.web.event.EventPage;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All events, drafts first, and a new one. */
@Controller
@RequestMapping("/console/events")
class EventsController {
    private static final int MOST = 100;

    private final Desk desk;
    private final Pages pages;

    EventsController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> list(@RequestParam(defaultValue = "false") boolean archive, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var events = ApiPath.of("events").with("limit", MOST);
        if (archive) events.with("archive", true);
        var drafts = staff.later(EventList.class, ApiPath.of("events", "drafts").with("limit", MOST));
        var model = new HashMap<String, Object>();
        model.put("events", staff.later(EventList.class, events).part());
        model.put("drafts", drafts.part());
        model.put("archive", archive);
        return pages.own(HttpStatus.OK, "console-events", visitor, model);
    }

    /** The form's key is new each time it is shown, so that a form sent twice is one draft. */
    @GetMapping("/new")
    ResponseEntity<byte[]> fresh(Visitor visitor) {
        desk.staff(visitor, Desk.EVENTS_TEAM);
        return form(HttpStatus.OK, PlanForm.fresh(), UUID.randomUUID().toString(), Map.of(), visitor);
    }

    @PostMapping
    ResponseEntity<byte[]> create(Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var typed = form.typed();
        var draft = PlanRequest.draft(typed);
        try {
            var event = staff.create(ApiPath.of("events"), draft, form.key(draft), EventPage.class);
            return Pages.seeOther("/console/events/" + event.id());
        } catch (Refused refused) {
            return form(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    typed,
                    form.text("key"),
                    Told.of(refused).model(),
                    visitor);
        }
    }

    private ResponseEntity<byte[]> form(
            HttpStatus status, Map<String, String> fields, String key, Map<String, Object> told, Visitor visitor) {
        var model = new HashMap<String, Object>(told);
        model.put("f", fields);
        model.put("rows", PlanForm.rows(fields));
        model.put("key", key);
        return pages.own(status, "console-event-new", visitor, model);
    }
}
