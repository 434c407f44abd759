package org.sistercities.web.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.NotThere;
import org.sistercities.web.api.Refused;
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
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Everything that was done with a story, what each step has changed, and the way back. */
@Controller
@RequestMapping("/console/stories/{id}/history")
class HistoryController {
    private static final int STEPS = 50;

    private final Desk desk;
    private final Pages pages;

    HistoryController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /** What one step wrote, against what stood there before. */
    record Differences(int from, int to, List<Property> properties, List<String> body) {

        /** The lines of the text, without the two that name the editions. */
        public List<Line> lines() {
            return body.stream().skip(2).map(Line::of).toList();
        }
    }

    record Property(
            String name,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {

        public String was() {
            return said(before, "; ");
        }

        public String is() {
            return said(after, "; ");
        }

        /** A list or a thing of several parts in a line, as people would note it down. */
        private static String said(@Nullable JsonNode value, String between) {
            if (value == null || value.isNull()) return "–";
            if (!value.isContainer()) return value.asString();
            if (value.isEmpty()) return "–";
            return value.valueStream()
                    .filter(part -> !part.isBoolean())
                    .map(part -> said(part, ", "))
                    .collect(Collectors.joining(between));
        }
    }

    /** A line that was taken away, put in, or stands around them. */
    record Line(String kind, String text) {
        static Line of(String line) {
            var text = line.isEmpty() ? "" : line.substring(1);
            return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '+' -> new Line("in", text);
                case '-' -> new Line("out", text);
                case '@' -> new Line("place", "…");
                default -> new Line("same", text);
            };
        }
    }

    /** What a step wrote; nothing, if it only decided. */
    record Revision(Working.Step step, @Nullable Words text) {}

    record Words(String headline, String body) {}

    record Steps(List<StepItem> items, @Nullable String next) {}

    record StepItem(
            int number,
            String act,
            String by,
            java.time.Instant at,
            @Nullable String note,
            @Nullable String headline) {}

    @GetMapping
    ResponseEntity<byte[]> steps(
            @PathVariable String id, @RequestParam(required = false) @Nullable String cursor, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR);
        var path = ApiPath.of("stories", id, "revisions").with("cursor", cursor).with("limit", STEPS);
        var steps = staff.later(Steps.class, path);
        var model = new HashMap<String, Object>();
        model.put("story", staff.get(Working.class, ApiPath.of("stories", id, "draft")));
        model.put("steps", steps.part());
        return pages.own(HttpStatus.OK, "console-story-history", visitor, model);
    }

    @GetMapping("/{number}")
    ResponseEntity<byte[]> one(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer from,
            Visitor visitor) {
        return shown(HttpStatus.OK, id, number, from, desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR), Map.of(), visitor);
    }

    @PostMapping("/{number}/restoration")
    ResponseEntity<byte[]> restore(@PathVariable String id, @PathVariable int number, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR);
        try {
            var path = ApiPath.of("stories", id, "revisions", String.valueOf(number), "restoration");
            staff.change(HttpMethod.POST, path, null, form.text("etag"));
            return Pages.seeOther("/console/stories/" + id);
        } catch (Refused refused) {
            return shown(Told.status(), id, number, null, staff, Map.of("told", Told.of(refused)), visitor);
        }
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            String id,
            int number,
            @Nullable Integer from,
            Staff staff,
            Map<String, ?> told,
            Visitor visitor) {
        var revision = ApiPath.of("stories", id, "revisions", String.valueOf(number));
        var changed = staff.later(
                Differences.class,
                ApiPath.of("stories", id, "revisions", String.valueOf(number), "diff")
                        .with("from", from));
        var words = staff.get(Revision.class, revision);
        if (words.text() == null) throw new NotThere(revision.toString());
        var story = staff.tagged(Working.class, ApiPath.of("stories", id, "draft"));
        var model = new HashMap<String, Object>(told);
        model.put("story", story.value());
        model.put("etag", story.etag());
        model.put("may", story.value().may(staff));
        model.put("number", number);
        model.put("words", words);
        changed.part().get().ifPresent(differences -> model.put("changed", differences));
        return pages.own(status, "console-story-diff", visitor, model);
    }
}
