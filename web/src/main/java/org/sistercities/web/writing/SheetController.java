package org.sistercities.web.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Fields;
import org.sistercities.web.staff.PreviewLink;
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

/** One story as it would be read, and the steps to visitors' eyes. Each step is for the edition that was on the page. */
@Controller
@RequestMapping("/console/stories/{id}")
class SheetController {
    private final Desk desk;
    private final Pages pages;
    private final Proofs proofs;

    SheetController(Desk desk, Pages pages, Proofs proofs) {
        this.desk = desk;
        this.pages = pages;
        this.proofs = proofs;
    }

    @GetMapping
    ResponseEntity<byte[]> page(@PathVariable String id, Visitor visitor) {
        return shown(HttpStatus.OK, id, desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR), Map.of(), visitor);
    }

    @PostMapping("/{step:review|approval|return|publication|withdrawal|discard|timing|looked-at}")
    ResponseEntity<byte[]> step(@PathVariable String id, @PathVariable String step, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR);
        try {
            switch (step) {
                case "withdrawal" -> tell(staff, HttpMethod.DELETE, id, "publication", null, form);
                case "discard" -> tell(staff, HttpMethod.DELETE, id, "draft", null, form);
                case "looked-at" -> tell(staff, HttpMethod.DELETE, id, "flag", null, form);
                case "timing" -> tell(staff, HttpMethod.PUT, id, "timing", timing(form), form);
                default -> tell(staff, HttpMethod.POST, id, step, note(form), form);
            }
            return Pages.seeOther("/console/stories/" + id);
        } catch (Refused refused) {
            var told = Map.of("told", Told.of(refused), "typed", form.typed(), "step", step);
            return shown(Told.status(), id, staff, told, visitor);
        }
    }

    /** Answers with the page itself: the link is told this once. */
    @PostMapping("/preview-links")
    ResponseEntity<byte[]> link(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR);
        var body = JsonNodeFactory.instance.objectNode();
        Fields.number(body, "hours", form.text("hours"));
        try {
            var link = staff.ask(ApiPath.of("stories", id, "preview-links"), body, PreviewLink.class);
            var page = "/previews/stories/" + id + "/" + link.token();
            return shown(HttpStatus.OK, id, staff, Map.of("link", page), visitor);
        } catch (Refused refused) {
            var told = Map.of("told", Told.of(refused), "typed", form.typed(), "step", "link");
            return shown(Told.status(), id, staff, told, visitor);
        }
    }

    private static void tell(Staff staff, HttpMethod method, String id, String what, @Nullable Object body, Form form) {
        staff.change(method, ApiPath.of("stories", id, what), body, form.text("etag"));
    }

    private static @Nullable Object note(Form form) {
        return form.text("note").isEmpty() && !form.has("why") ? null : Map.of("note", form.text("note"));
    }

    private static JsonNode timing(Form form) {
        var timing = JsonNodeFactory.instance.objectNode();
        for (var time : List.of("publishAt", "unpublishAt"))
            Fields.put(timing, time, Fields.instant(form.text(time), form.text("zone")));
        return timing;
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, String id, Staff staff, Map<String, ?> told, Visitor visitor) {
        var story = staff.tagged(Working.class, ApiPath.of("stories", id, "draft"));
        var model = new HashMap<String, Object>(Map.of("typed", Map.of()));
        model.putAll(told);
        model.put("story", story.value());
        model.put("etag", story.etag());
        model.put("may", story.value().may(staff));
        model.put("sheet", proofs.of(story.value(), staff));
        model.put(
                "cities", proofs.cities(Objects.requireNonNullElse(story.value().cityIds(), List.of()), visitor));
        return pages.own(status, "console-story", visitor, model);
    }
}
