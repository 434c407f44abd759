package org.sistercities.web.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sistercities.web.api.ApiPath;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One picture: what it shows, whose it is, and what must be seen however it is cut. */
@Controller
@RequestMapping("/console/images/{id}")
class ImageController {
    private static final List<String> NO_WORDS = List.of("etag");

    private final Desk desk;
    private final Pages pages;

    ImageController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> page(@PathVariable String id, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR);
        var image = staff.tagged(JsonNode.class, ApiPath.of("images", id));
        return shown(HttpStatus.OK, staff, id, fields(image.value()), image.etag(), Map.of(), visitor);
    }

    @PostMapping
    ResponseEntity<byte[]> describe(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR);
        var typed = form.typed();
        try {
            staff.change(HttpMethod.PUT, ApiPath.of("images", id), description(typed), form.text("etag"));
            return Pages.seeOther("/console/images/" + id);
        } catch (Refused refused) {
            var told = Told.of(refused).model();
            var etag = form.text("etag");
            if (refused.isStale()) {
                var theirs = staff.tagged(JsonNode.class, ApiPath.of("images", id));
                etag = theirs.etag();
                told.put("theirs", Fields.differing(fields(theirs.value()), typed, NO_WORDS));
            }
            return shown(Told.status(), staff, id, typed, etag, told, visitor);
        }
    }

    @PostMapping("/removal")
    ResponseEntity<byte[]> remove(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR);
        try {
            staff.change(HttpMethod.DELETE, ApiPath.of("images", id), null, form.text("etag"));
            return Pages.seeOther("/console/images");
        } catch (Refused refused) {
            var image = staff.tagged(JsonNode.class, ApiPath.of("images", id));
            var told = Map.of("told", Told.of(refused));
            return shown(Told.status(), staff, id, fields(image.value()), image.etag(), told, visitor);
        }
    }

    private static Map<String, String> fields(JsonNode image) {
        var fields = new HashMap<String, String>();
        for (var text : List.of("alt", "caption", "creditLine")) Fields.note(fields, text, image.path(text));
        for (var part : List.of("name", "url"))
            Fields.note(fields, "licence-" + part, image.path("licence").path(part));
        for (var part : List.of("x", "y"))
            Fields.note(fields, "focalPoint-" + part, image.path("focalPoint").path(part));
        for (int i = 0; i < image.path("credits").size(); i++)
            for (var part : StoryForm.CREDIT)
                Fields.note(
                        fields,
                        "credits-" + i + "-" + part,
                        image.path("credits").get(i).path(part));
        return fields;
    }

    private static ObjectNode description(Map<String, String> typed) {
        var description = JsonNodeFactory.instance.objectNode();
        description.put("alt", Fields.text(typed, "alt"));
        for (var text : List.of("caption", "creditLine")) Fields.put(description, text, typed.get(text));
        for (var part : List.of("name", "url"))
            if (!Fields.text(typed, "licence-" + part).isEmpty())
                Fields.put(description.withObject("/licence"), part, typed.get("licence-" + part));
        for (var part : List.of("x", "y"))
            if (!Fields.text(typed, "focalPoint-" + part).isEmpty())
                decimal(description.withObject("/focalPoint"), part, Fields.text(typed, "focalPoint-" + part));
        for (int i : Fields.rows(typed, "credits", "name", "title", "organisation", "link")) {
            var credit = description.withArray("credits").addObject();
            for (var part : StoryForm.CREDIT) Fields.put(credit, part, typed.get("credits-" + i + "-" + part));
        }
        return description;
    }

    private static void decimal(ObjectNode object, String name, String text) {
        var number = text.replace(',', '.');
        if (number.matches("-?\\d*\\.?\\d+")) object.put(name, Double.parseDouble(number));
        else object.put(name, text);
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            Staff staff,
            String id,
            Map<String, String> fields,
            String etag,
            Map<String, ?> told,
            Visitor visitor) {
        var image = staff.get(Image.class, ApiPath.of("images", id));
        var model = new HashMap<String, Object>(told);
        model.put("image", image);
        model.put("f", fields);
        model.put("rows", Map.of("credits", Fields.shown(Fields.rows(fields, "credits", "name", "organisation"), 1)));
        model.put("etag", etag);
        model.put("mine", staff.is(Desk.EDITOR) || staff.name().equals(image.uploadedBy()));
        return pages.own(status, "console-image", visitor, model);
    }
}
