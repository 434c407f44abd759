package org.sistercities.web.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Whoever asks what is known of them over all events gets it as a file, and is forgotten if they want to be. */
@Controller
@RequestMapping("/console/people")
class PeopleController {
    private static final int PAGE = 20;

    private final Desk desk;
    private final Pages pages;

    PeopleController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /** What was done for somebody; nobody's address is noted. */
    record Inquiry(String id, Instant at, String by, String what, List<String> registrations, List<String> kept) {}

    record Inquiries(List<Inquiry> items, @Nullable String next) {}

    @GetMapping
    ResponseEntity<byte[]> page(@RequestParam(defaultValue = "") String cursor, Visitor visitor) {
        return shown(
                HttpStatus.OK, desk.staff(visitor, Desk.EVENTS_TEAM), new HashMap<>(Map.of("cursor", cursor)), visitor);
    }

    @PostMapping("/exports")
    ResponseEntity<byte[]> export(Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        try {
            var known = staff.ask(ApiPath.of("personal-data", "exports"), person(form), JsonNode.class);
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("Content-Disposition", "attachment; filename=\"personal-data.json\"")
                    .header("Cache-Control", "no-store")
                    .body(known.toPrettyString().getBytes(UTF_8));
        } catch (Refused refused) {
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, staff, told(refused, form), visitor);
        }
    }

    /** Answers with the page itself, since nothing else remembers who was asked about. */
    @PostMapping("/erasures")
    ResponseEntity<byte[]> erase(Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        try {
            var done = staff.ask(ApiPath.of("personal-data", "erasures"), person(form), Inquiry.class);
            return shown(HttpStatus.OK, staff, new HashMap<>(Map.of("done", done)), visitor);
        } catch (Refused refused) {
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, staff, told(refused, form), visitor);
        }
    }

    private static Map<String, String> person(Form form) {
        return Map.of("email", form.text("email"));
    }

    private static Map<String, Object> told(Refused refused, Form form) {
        var told = Told.of(refused).model();
        told.put("typed", form.text("email"));
        return told;
    }

    private ResponseEntity<byte[]> shown(HttpStatus status, Staff staff, Map<String, Object> model, Visitor visitor) {
        var path = ApiPath.of("personal-data", "inquiries").with("cursor", model.get("cursor"));
        model.put(
                "inquiries",
                staff.later(Inquiries.class, path.with("limit", PAGE)).part());
        return pages.own(status, "console-people", visitor, model);
    }
}
