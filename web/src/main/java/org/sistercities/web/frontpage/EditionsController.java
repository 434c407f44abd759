package org.sistercities.web.frontpage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.sistercities.web.story.StoryList;
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
import tools.jackson.databind.node.JsonNodeFactory;

/** Editions of the front page, and one of them: arranged slot by slot, and given its time. */
@Controller
@RequestMapping("/console/front-page")
class EditionsController {
    private static final int CHOICES = 100;
    private static final List<String> NO_WORDS = List.of("etag", "key", "arrange");

    private final Desk desk;
    private final Pages pages;

    EditionsController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    record Campaigns(List<Campaign> items) {}

    record Campaign(String id, String name) {}

    record Images(List<Image> items) {}

    record Image(String id, String alt) {}

    @GetMapping
    ResponseEntity<byte[]> list(@RequestParam(required = false) @Nullable String cursor, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EDITOR);
        var editions = staff.later(Edition.Listed.class, editions().with("cursor", cursor));
        return pages.own(HttpStatus.OK, "console-front-pages", visitor, Map.of("editions", editions.part()));
    }

    /** Begins as a copy of another edition: that visitors see, or one of the past. */
    @GetMapping("/new")
    ResponseEntity<byte[]> fresh(@RequestParam(required = false) @Nullable String like, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EDITOR);
        JsonNode slots = like == null
                ? JsonNodeFactory.instance.arrayNode()
                : staff.get(Edition.class, editions(like)).slots();
        var fields = SlotForm.fields(slots, "");
        if (slots.isEmpty()) fields.putAll(Map.of("slots-0-kind", "HERO", "slots-0-fill", "1"));
        return shown(HttpStatus.OK, staff, null, fields, UUID.randomUUID().toString(), Map.of(), visitor);
    }

    @PostMapping
    ResponseEntity<byte[]> create(Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EDITOR);
        var typed = form.typed();
        if (form.has("arrange")) return arranged(staff, null, form, form.text("key"), visitor);
        var layout = SlotForm.layout(typed);
        try {
            var edition = staff.create(editions(), layout, form.key(layout), Edition.class);
            return Pages.seeOther("/console/front-page/" + edition.id());
        } catch (Refused refused) {
            var told = Map.of("told", Told.of(refused));
            return shown(Told.status(), staff, null, typed, form.text("key"), told, visitor);
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> page(@PathVariable String id, Visitor visitor) {
        return kept(HttpStatus.OK, desk.staff(visitor, Desk.EDITOR), id, Map.of(), visitor);
    }

    @PostMapping("/{id}")
    ResponseEntity<byte[]> save(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EDITOR);
        var typed = form.typed();
        if (form.has("arrange")) return arranged(staff, id, form, form.text("etag"), visitor);
        try {
            staff.change(HttpMethod.PUT, editions(id), SlotForm.layout(typed), form.text("etag"));
            return Pages.seeOther("/console/front-page/" + id);
        } catch (Refused refused) {
            var told = Told.of(refused).model();
            var etag = form.text("etag");
            if (refused.isStale()) {
                var theirs = staff.tagged(Edition.class, editions(id));
                etag = theirs.etag();
                told.put("theirs", Fields.differing(fields(theirs.value()), typed, NO_WORDS));
            }
            return shown(Told.status(), staff, id, typed, etag, told, visitor);
        }
    }

    /** Visitors see it from then on, or from now on, or not at all. */
    @PostMapping("/{id}/{step:publication|timing|withdrawal}")
    ResponseEntity<byte[]> step(@PathVariable String id, @PathVariable String step, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EDITOR);
        var etag = form.text("etag");
        var from = Fields.instant(form.text("from"), form.text("zone"));
        try {
            switch (step) {
                case "timing" -> staff.change(HttpMethod.PUT, editions(id, "timing"), Map.of("from", from), etag);
                case "withdrawal" -> staff.change(HttpMethod.DELETE, editions(id, "timing"), null, etag);
                default -> staff.change(HttpMethod.POST, editions(id, step), null, etag);
            }
            return Pages.seeOther("/console/front-page/" + id);
        } catch (Refused refused) {
            var told = Map.of("told", Told.of(refused), "typed", form.typed());
            return kept(Told.status(), staff, id, told, visitor);
        }
    }

    @PostMapping("/{id}/preview-links")
    ResponseEntity<byte[]> preview(@PathVariable String id, Visitor visitor) {
        var link = desk.staff(visitor, Desk.EDITOR).ask(editions(id, "preview-links"), null, PreviewLink.class);
        return Pages.seeOther("/previews/front-page/" + id + "/" + link.token());
    }

    private static ApiPath editions(String... more) {
        var path = new java.util.ArrayList<>(List.of("front-page", "editions"));
        path.addAll(List.of(more));
        return ApiPath.of(path.toArray(String[]::new));
    }

    private static Map<String, String> fields(Edition edition) {
        return SlotForm.fields(edition.slots(), java.util.Objects.requireNonNullElse(edition.note(), ""));
    }

    /** Nothing is kept yet: the same page with its rows in the order that was asked for. */
    private ResponseEntity<byte[]> arranged(
            Staff staff, @Nullable String id, Form form, String edition, Visitor visitor) {
        var typed = SlotForm.arranged(form.typed(), form.text("arrange"));
        return shown(HttpStatus.OK, staff, id, typed, edition, Map.of("unsaved", true), visitor);
    }

    private ResponseEntity<byte[]> kept(
            HttpStatus status, Staff staff, String id, Map<String, ?> told, Visitor visitor) {
        var edition = staff.tagged(Edition.class, editions(id));
        return shown(status, staff, id, fields(edition.value()), edition.etag(), told, visitor);
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            Staff staff,
            @Nullable String id,
            Map<String, String> fields,
            String edition,
            Map<String, ?> told,
            Visitor visitor) {
        var stories = staff.later(StoryList.class, ApiPath.of("stories").with("limit", CHOICES));
        var campaigns = staff.later(Campaigns.class, ApiPath.of("campaigns"));
        var images = staff.later(Images.class, ApiPath.of("images").with("limit", CHOICES));
        var model = new HashMap<String, Object>(Map.of("typed", Map.of()));
        model.putAll(told);
        if (id != null) model.put("edition", staff.get(Edition.class, editions(id)));
        model.put("action", id == null ? "/console/front-page" : "/console/front-page/" + id);
        model.put("f", fields);
        model.put("rows", SlotForm.rows(fields));
        model.put("choices", SlotForm.stories(fields));
        model.put("kinds", SlotForm.KINDS);
        model.put("tag", edition);
        model.put("stories", stories.part().get().map(StoryList::items).orElse(List.of()));
        model.put("campaigns", campaigns.part().get().map(Campaigns::items).orElse(List.of()));
        model.put("images", images.part().get().map(Images::items).orElse(List.of()));
        return pages.own(status, "console-front-page", visitor, model);
    }
}
