package org.sistercities.web.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Away;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Fields;
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
import tools.jackson.databind.node.ObjectNode;

/** Where a story is written. Somebody else's words are never overwritten unseen, and what was typed is never lost. */
@Controller
@RequestMapping("/console/stories")
class TextController {
    private static final int PICTURES = 40;
    private static final List<String> NO_WORDS = List.of("etag", "key", "zone", "note", "on");

    private final Desk desk;
    private final Pages pages;
    private final Places places;

    TextController(Desk desk, Pages pages, Places places) {
        this.desk = desk;
        this.pages = pages;
        this.places = places;
    }

    record Campaigns(List<Campaign> items) {}

    record Campaign(String id, String name) {}

    /** A new one, or one that says the same in another language. */
    @GetMapping("/new")
    ResponseEntity<byte[]> fresh(@RequestParam(required = false) @Nullable String translationOf, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR);
        var fields = new HashMap<>(Map.of("kind", "STORY", "language", visitor.language(), "zone", StoryForm.UTC));
        if (translationOf != null) {
            fields.putAll(fields(staff.get(JsonNode.class, ApiPath.of("stories", translationOf, "draft")), visitor));
            List.of("slug", "publishedOn", "language").forEach(fields::remove);
            fields.put("translationOf", translationOf);
        }
        return shown(HttpStatus.OK, staff, null, fields, UUID.randomUUID().toString(), Map.of(), visitor);
    }

    @PostMapping
    ResponseEntity<byte[]> create(Form form, Visitor visitor) {
        return kept(
                null,
                form,
                form.text("key"),
                visitor,
                (staff, story) -> staff.create(ApiPath.of("stories"), story, form.key(story), Working.class)
                        .id());
    }

    @GetMapping("/{id}/text")
    ResponseEntity<byte[]> form(@PathVariable String id, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR);
        var story = staff.tagged(JsonNode.class, ApiPath.of("stories", id, "draft"));
        return shown(HttpStatus.OK, staff, id, fields(story.value(), visitor), story.etag(), Map.of(), visitor);
    }

    @PostMapping("/{id}/text")
    ResponseEntity<byte[]> save(@PathVariable String id, Form form, Visitor visitor) {
        var etag = form.text("etag");
        return kept(id, form, etag, visitor, (staff, story) -> {
            var path = ApiPath.of("stories", id).with("note", form.text("note"));
            staff.change(HttpMethod.PUT, path, story, etag);
            return id;
        });
    }

    /** Sends a story to the API, and returns its id. */
    @FunctionalInterface
    private interface Keeping {
        String by(Staff staff, ObjectNode story);
    }

    /** Whatever comes of it, what was typed is kept or shown again. */
    private ResponseEntity<byte[]> kept(
            @Nullable String id, Form form, String edition, Visitor visitor, Keeping keeping) {
        var staff = desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR);
        var typed = form.typed();
        try {
            var request = StoryRequest.of(typed, places);
            if (!request.nowhere().isEmpty())
                return again(staff, id, typed, edition, Told.ours("city-unknown", request.nowhere()), visitor);
            return Pages.seeOther(next(keeping.by(staff, request.story()), form));
        } catch (Refused refused) {
            var told = told(refused, typed);
            return told.isStale() && id != null
                    ? beside(staff, id, typed, told, visitor)
                    : again(staff, id, typed, edition, told, visitor);
        } catch (Away away) {
            return again(staff, id, typed, edition, Told.ours("not-reached", List.of()), visitor);
        }
    }

    private static Told told(Refused refused, Map<String, String> typed) {
        return Told.of(refused, pointer -> StoryRequest.field(pointer, typed));
    }

    /** Both versions: what was typed in its fields, and what is written now where it is something else. */
    private ResponseEntity<byte[]> beside(
            Staff staff, String id, Map<String, String> typed, Told told, Visitor visitor) {
        var theirs = staff.tagged(JsonNode.class, ApiPath.of("stories", id, "draft"));
        var differing = Fields.differing(fields(theirs.value(), visitor), typed, NO_WORDS);
        return shown(
                Told.status(), staff, id, typed, theirs.etag(), Map.of("told", told, "theirs", differing), visitor);
    }

    private ResponseEntity<byte[]> again(
            Staff staff, @Nullable String id, Map<String, String> typed, String edition, Told told, Visitor visitor) {
        return shown(Told.status(), staff, id, typed, edition, Map.of("told", told), visitor);
    }

    private Map<String, String> fields(JsonNode story, Visitor visitor) {
        return StoryForm.fields(story, city -> places.written(city, visitor.locale()));
    }

    private static String next(String id, Form form) {
        return "/console/stories/" + id + (form.has("on") ? "/text" : "");
    }

    /** With {@code edition} an entity tag, or the key of what is not kept yet. */
    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            Staff staff,
            @Nullable String id,
            Map<String, String> fields,
            String edition,
            Map<String, ?> told,
            Visitor visitor) {
        var pictures = staff.later(Image.Listed.class, ApiPath.of("images").with("limit", PICTURES));
        var campaigns = staff.later(Campaigns.class, ApiPath.of("campaigns"));
        var model = new HashMap<String, Object>(told);
        if (id != null)
            model.putAll(Map.of("id", id, "story", staff.get(Working.class, ApiPath.of("stories", id, "draft"))));
        model.put("action", id == null ? "/console/stories" : "/console/stories/" + id + "/text");
        model.put("f", fields);
        model.put("rows", StoryForm.rows(fields));
        model.put("edition", edition);
        model.put("pictures", pictures.part().get().map(Image.Listed::items).orElse(List.of()));
        model.put("campaigns", campaigns.part().get().map(Campaigns::items).orElse(List.of()));
        return pages.own(status, "console-story-text", visitor, model);
    }
}
