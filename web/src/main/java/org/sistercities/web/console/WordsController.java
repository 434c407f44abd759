package org.sistercities.web.console;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.NotThere;
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

/**
 * How an event's messages are worded, with what one would say beside it. Where somebody has written HTML of its own for one, it is shown
 * and stays; else the text is all there is to write.
 */
@Controller
@RequestMapping("/console/events/{id}/messages/templates/{kind}")
class WordsController {
    private static final List<String> FACTS = List.of(
            "name",
            "event",
            "when",
            "where",
            "dressCode",
            "programme",
            "tickets",
            "guests",
            "number",
            "reason",
            "until",
            "total",
            "link",
            "network");

    private final Desk desk;
    private final Pages pages;

    WordsController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    record Words(String subject, String text, @Nullable String html) {}

    @GetMapping
    ResponseEntity<byte[]> form(@PathVariable String id, @PathVariable String kind, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var template = staff.tagged(Words.class, path(id, kind));
        var words = template.value();
        var plain = staff.ask(preview(id, kind), request(words.subject(), words.text(), ""), Words.class);
        var preview = staff.ask(preview(id, kind), words, Words.class);
        var own = preview.html() != null && !preview.html().equals(plain.html());
        var shown = new Words(words.subject(), words.text(), own ? words.html() : null);
        return shown(HttpStatus.OK, id, kind, staff, shown, template.etag(), Map.of("preview", preview), visitor);
    }

    /** With {@code look}, only what it would say. */
    @PostMapping
    ResponseEntity<byte[]> word(@PathVariable String id, @PathVariable String kind, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var typed = new Words(
                form.text("subject"),
                form.text("text").replace("\r\n", "\n"),
                form.has("html") ? form.text("html") : null);
        var request = request(typed.subject(), typed.text(), form.text("html"));
        var etag = form.text("etag");
        try {
            if (form.has("look")) {
                var preview = staff.ask(preview(id, kind), request, Words.class);
                return shown(HttpStatus.OK, id, kind, staff, typed, etag, Map.of("preview", preview), visitor);
            }
            staff.change(HttpMethod.PUT, path(id, kind), request, etag);
            return Pages.seeOther("/console/events/" + id + "/messages/templates/" + kind);
        } catch (Refused refused) {
            var told = Told.of(refused).model();
            if (refused.isStale()) {
                var theirs = staff.tagged(Words.class, path(id, kind));
                told.put("theirs", theirs.value());
                etag = theirs.etag();
            }
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, kind, staff, typed, etag, told, visitor);
        }
    }

    private static Map<String, String> request(String subject, String text, String html) {
        var request = new LinkedHashMap<>(Map.of("subject", subject, "text", text));
        if (!html.isEmpty()) request.put("html", html);
        return request;
    }

    private static ApiPath path(String id, String kind) {
        if (!LettersController.KINDS.contains(kind)) throw new NotThere(kind);
        return ApiPath.of("events", id, "message-templates", kind);
    }

    private static ApiPath preview(String id, String kind) {
        return ApiPath.of("events", id, "message-templates", kind, "preview");
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            String id,
            String kind,
            Staff staff,
            Words words,
            String etag,
            Map<String, Object> told,
            Visitor visitor) {
        var model = new HashMap<>(told);
        model.put("event", staff.get(EventPage.class, ApiPath.of("events", id)));
        model.put("kind", kind);
        model.put("kinds", LettersController.KINDS);
        model.put("words", words);
        model.put("facts", FACTS);
        model.put("etag", etag);
        return pages.own(status, "console-words", visitor, model);
    }
}
