package org.sistercities.web.representative;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A partnership is proposed in two steps: the other city is looked for, then one of those found is chosen, since many share a name and
 * a letter to the wrong one is awkward.
 */
@Controller
@RequestMapping("/console/cities/{id}/proposal")
class ProposalController {
    private final Case cases;
    private final Pages pages;

    ProposalController(Case cases, Pages pages) {
        this.cases = cases;
        this.pages = pages;
    }

    record Proposed(String id) {}

    @GetMapping
    ResponseEntity<byte[]> look(@PathVariable String id, @RequestParam(defaultValue = "") String q, Visitor visitor) {
        var typed = Map.of("q", q.strip(), "key", UUID.randomUUID().toString());
        return shown(HttpStatus.OK, id, cases.acting(id, visitor), typed, Map.of(), visitor);
    }

    /** The form's key is new each time it is shown, so that a form sent twice is one proposal. */
    @PostMapping
    ResponseEntity<byte[]> propose(@PathVariable String id, Form form, Visitor visitor) {
        var staff = cases.acting(id, visitor);
        var proposal = proposal(id, form);
        try {
            var proposed = staff.create(ApiPath.of("partnerships"), proposal, form.key(proposal), Proposed.class);
            return Pages.seeOther("/console/partnerships/" + proposed.id());
        } catch (Refused refused) {
            var told = Told.of(refused).model();
            told.put("known", refused.property("partnershipId").asString(""));
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, staff, form.typed(), told, visitor);
        }
    }

    private static ObjectNode proposal(String id, Form form) {
        var proposal = JsonNodeFactory.instance.objectNode();
        proposal.put("kind", form.text("kind"));
        proposal.putArray("cities").add(id).add(form.text("other"));
        if (form.text("kind").equals("PROJECT") && !form.text("until").isEmpty())
            proposal.put("until", form.text("until"));
        for (var said : List.of("note", "link"))
            if (!form.text(said).isEmpty()) proposal.withObject("/evidence").put(said, form.text(said));
        return proposal;
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            String id,
            Staff staff,
            Map<String, String> typed,
            Map<String, Object> told,
            Visitor visitor) {
        var model = new HashMap<String, Object>(told);
        model.put("city", staff.get(Place.class, ApiPath.of("cities", id)));
        model.put("office", staff.is(Desk.OFFICE));
        model.put("f", typed);
        var q = typed.getOrDefault("q", "");
        if (!q.isBlank())
            model.put(
                    "found",
                    CitiesFound.by(staff, q).stream()
                            .filter(city -> !city.id().equals(id))
                            .toList());
        return pages.own(status, "desk-proposal", visitor, model);
    }
}
