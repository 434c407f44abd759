package org.sistercities.web.console;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;

/** Who is invited and what they say; one more, or a whole list. */
@Controller
@RequestMapping("/console/events/{id}/invitations")
class InvitationsController {
    private static final int PAGE = 50;

    /** What may be wrong with somebody on a list and has a message that needs no facts, as a line tells none. */
    private static final List<String> RULES = List.of(
            "already-invited",
            "answer-by-in-the-past",
            "unknown-ticket-type",
            "event-is-closed",
            "event-is-cancelled",
            "sold-out");

    private final Desk desk;
    private final Pages pages;

    InvitationsController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    record Contact(String name, String email) {}

    record Invitee(
            Contact contact,
            @Nullable String title,
            @Nullable String organisation) {}

    record Invitation(
            String id,
            String reply,
            @Nullable Invitee invitee,
            @Nullable Invitee substitute,
            @Nullable String category,
            String ticketType,
            int plusOnes,
            Instant answerBy,
            int places,
            List<String> guests,
            @Nullable String word) {}

    record Invitations(List<Invitation> items, @Nullable String next) {}

    /** What has come of a line of a list. */
    record Line(
            int line,
            String outcome,
            @Nullable String problem,
            @Nullable String detail) {

        /** The rule that has refused it; empty when none has. */
        public String rule() {
            return problem == null ? "" : Refused.name(problem);
        }
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reply,
            @RequestParam(required = false) @Nullable String cursor,
            Visitor visitor) {
        var told = new HashMap<String, Object>(Map.of("reply", reply));
        if (cursor != null) told.put("cursor", cursor);
        return shown(HttpStatus.OK, id, desk.staff(visitor, Desk.EVENTS_TEAM), told, visitor);
    }

    @PostMapping
    ResponseEntity<byte[]> invite(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var person = JsonNodeFactory.instance.objectNode();
        for (var text : List.of("name", "title", "organisation", "email", "category", "ticketType", "note"))
            if (!form.text(text).isEmpty()) person.put(text, form.text(text));
        for (var number : List.of("plusOnes", "precedence")) PlanRequest.number(person, number, form.text(number));
        person.put("answerBy", answerBy(form));
        return done(
                id,
                staff,
                form,
                visitor,
                () -> staff.tell(HttpMethod.POST, ApiPath.of("events", id, "invitations"), person));
    }

    @PostMapping("/{invitation}/withdrawal")
    ResponseEntity<byte[]> withdraw(
            @PathVariable String id, @PathVariable String invitation, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var why = Map.of("reason", form.text("reason"));
        return done(
                id,
                staff,
                form,
                visitor,
                () -> staff.tell(HttpMethod.POST, ApiPath.of("invitations", invitation, "withdrawal"), why));
    }

    /** A list without a script: the outcomes come all together. With one, the browser sends it itself and counts along. */
    @PostMapping("/imports")
    ResponseEntity<byte[]> list(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var path = ApiPath.of("events", id, "invitations", "imports")
                .with("dryRun", form.has("dryRun"))
                .with("ticketType", form.text("ticketType"))
                .with("answerBy", answerBy(form));
        var told = new HashMap<String, Object>(Map.of("typed", form.typed()));
        try {
            told.put("lines", staff.lines(path, MediaType.valueOf("text/csv"), form.text("list"), Line.class));
            return shown(HttpStatus.OK, id, staff, told, visitor);
        } catch (Refused refused) {
            told.putAll(Told.of(refused).model());
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, staff, told, visitor);
        }
    }

    private ResponseEntity<byte[]> done(String id, Staff staff, Form form, Visitor visitor, Runnable step) {
        try {
            step.run();
            return Pages.seeOther("/console/events/" + id + "/invitations");
        } catch (Refused refused) {
            var told = Told.of(refused).model();
            told.put("typed", form.typed());
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, staff, told, visitor);
        }
    }

    /** Until when by the clock at the venue, as an instant. */
    private static String answerBy(Form form) {
        var at = PlanRequest.at(form.text("answerBy"), Map.of("zone", form.text("zone")));
        try {
            return java.time.OffsetDateTime.parse(at).toInstant().toString();
        } catch (java.time.DateTimeException e) {
            return at;
        }
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, String id, Staff staff, Map<String, Object> told, Visitor visitor) {
        var path = ApiPath.of("events", id, "invitations")
                .with("reply", told.get("reply"))
                .with("cursor", told.get("cursor"))
                .with("limit", PAGE);
        var invitations = staff.later(Invitations.class, path);
        var model = new HashMap<String, Object>(Map.of("typed", Map.of(), "reply", "", "rules", RULES));
        model.putAll(told);
        model.put("event", staff.get(EventPage.class, ApiPath.of("events", id)));
        model.put("invitations", invitations.part());
        return pages.own(status, "console-invitations", visitor, model);
    }
}
