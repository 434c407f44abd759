package org.sistercities.web.representative;

import java.util.Map;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Staff;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A partnership's life: steps, resolutions, the text, the sessions. Steps and text are for the edition that was on the page. */
@Controller
@RequestMapping("/console/partnerships/{id}")
class PartnershipDeskController {
    private final Case cases;
    private final Pages pages;

    PartnershipDeskController(Case cases, Pages pages) {
        this.cases = cases;
        this.pages = pages;
    }

    record Opened(String id) {}

    @GetMapping
    ResponseEntity<byte[]> page(@PathVariable String id, Visitor visitor) {
        return shown(HttpStatus.OK, id, cases.acting(visitor), Map.of(), visitor);
    }

    @PostMapping("/steps")
    ResponseEntity<byte[]> step(@PathVariable String id, Form form, Visitor visitor) {
        return done(
                id,
                form,
                visitor,
                staff -> staff.change(
                        HttpMethod.POST,
                        ApiPath.of("partnerships", id, "steps"),
                        Papers.step(form),
                        form.text("etag")));
    }

    @PostMapping("/resolutions/{city}")
    ResponseEntity<byte[]> resolve(@PathVariable String id, @PathVariable String city, Form form, Visitor visitor) {
        var path = ApiPath.of("partnerships", id, "resolutions", city);
        return done(id, form, visitor, staff -> staff.tell(HttpMethod.PUT, path, Papers.resolution(form)));
    }

    @PostMapping("/agreement")
    ResponseEntity<byte[]> agree(@PathVariable String id, Form form, Visitor visitor) {
        return done(
                id,
                form,
                visitor,
                staff -> staff.change(
                        HttpMethod.PUT,
                        ApiPath.of("partnerships", id, "agreement"),
                        Papers.agreement(form),
                        form.text("etag")));
    }

    /** The form's key is new each time it is shown, so that a form sent twice is one session. */
    @PostMapping("/sessions")
    ResponseEntity<byte[]> open(@PathVariable String id, Form form, Visitor visitor) {
        var session = Papers.session(form);
        var path = ApiPath.of("partnerships", id, "sessions");
        return done(id, form, visitor, staff -> staff.create(path, session, form.key(session), Opened.class));
    }

    @FunctionalInterface
    private interface Doing {
        void by(Staff staff);
    }

    private ResponseEntity<byte[]> done(String id, Form form, Visitor visitor, Doing doing) {
        var staff = cases.acting(visitor);
        try {
            doing.by(staff);
            return Pages.seeOther("/console/partnerships/" + id);
        } catch (Refused refused) {
            if (refused.status() == 403) throw refused;
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, staff, Case.told(refused, form), visitor);
        }
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, String id, Staff staff, Map<String, Object> told, Visitor visitor) {
        var model = cases.ownPage(staff, id);
        model.putAll(told);
        return pages.own(status, "desk-partnership", visitor, model);
    }
}
