package org.sistercities.web.representative;

import java.util.Map;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.NotThere;
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

/** The heads sign: over video in a session, whose page has the clocks of all sides, or in one room. */
@Controller
@RequestMapping("/console/partnerships/{id}")
class SigningDeskController {
    private final Case cases;
    private final Pages pages;

    SigningDeskController(Case cases, Pages pages) {
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping("/sessions/{session}")
    ResponseEntity<byte[]> session(@PathVariable String id, @PathVariable String session, Visitor visitor) {
        return shown(HttpStatus.OK, id, session, cases.acting(visitor), Map.of(), visitor);
    }

    /** Signed again under the same text is the same signature. */
    @PostMapping("/signatures/{city}")
    ResponseEntity<byte[]> sign(@PathVariable String id, @PathVariable String city, Form form, Visitor visitor) {
        var staff = cases.acting(visitor);
        var session = form.text("session");
        try {
            staff.tell(HttpMethod.PUT, ApiPath.of("partnerships", id, "signatures", city), Papers.signature(form));
            var address = "/console/partnerships/" + id;
            return Pages.seeOther(session.isEmpty() ? address : address + "/sessions/" + session);
        } catch (Refused refused) {
            if (refused.status() == 403) throw refused;
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, session, staff, Case.told(refused, form), visitor);
        }
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, String id, String session, Staff staff, Map<String, Object> told, Visitor visitor) {
        var model = session.isEmpty() ? cases.ownPage(staff, id) : cases.model(staff, id);
        model.putAll(told);
        if (session.isEmpty()) return pages.own(status, "desk-partnership", visitor, model);
        if (model.get("p") instanceof Partnership partnership)
            model.put(
                    "session",
                    partnership.sessions().stream()
                            .filter(one -> one.id().equals(session))
                            .findFirst()
                            .orElseThrow(() -> new NotThere(session)));
        return pages.own(status, "desk-session", visitor, model);
    }
}
