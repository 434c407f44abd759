package org.sistercities.web.representative;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.NotThere;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.seeking.Listing;
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

/** A city's listing on the seeking board, and the cities that are interested in it. */
@Controller
@RequestMapping("/console/cities/{id}/seeking")
class ListingController {
    private final Case cases;
    private final Pages pages;

    ListingController(Case cases, Pages pages) {
        this.cases = cases;
        this.pages = pages;
    }

    @GetMapping
    ResponseEntity<byte[]> form(@PathVariable String id, Visitor visitor) {
        var staff = cases.acting(id, visitor);
        var posting = posting(staff, id);
        return shown(
                HttpStatus.OK,
                id,
                staff,
                new Filled(Posting.fields(posting.value()), posting.etag()),
                Map.of(),
                visitor);
    }

    /** Posts the listing, or changes the edition that was on the page. */
    @PostMapping
    ResponseEntity<byte[]> save(@PathVariable String id, Form form, Visitor visitor) {
        var staff = cases.acting(id, visitor);
        var path = ApiPath.of("seeking", id);
        var etag = form.text("etag");
        try {
            if (etag.isEmpty()) staff.tell(HttpMethod.PUT, path, Posting.request(form));
            else staff.change(HttpMethod.PUT, path, Posting.request(form), etag);
            return Pages.seeOther(address(id));
        } catch (NotThere over) { // withdrawn or run out since: sent again, it is a new one
            var told = Told.ours("not-seeking", List.of()).model();
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, staff, new Filled(form.typed(), ""), told, visitor);
        } catch (Refused refused) {
            var told = Told.of(refused).model();
            var filled = new Filled(form.typed(), etag);
            if (refused.isStale() || refused.type().equals("already-seeking")) {
                var theirs = posting(staff, id);
                told.put("theirs", Fields.differing(Posting.fields(theirs.value()), form.typed(), List.of("etag")));
                filled = new Filled(form.typed(), theirs.etag());
            }
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, staff, filled, told, visitor);
        }
    }

    @PostMapping("/{step:renewal|withdrawal}")
    ResponseEntity<byte[]> step(@PathVariable String id, @PathVariable String step, Visitor visitor) {
        var staff = cases.acting(id, visitor);
        if (step.equals("renewal")) staff.tell(HttpMethod.POST, ApiPath.of("seeking", id, "renewal"), null);
        else staff.tell(HttpMethod.DELETE, ApiPath.of("seeking", id), null);
        return Pages.seeOther(address(id));
    }

    @PostMapping("/interests/{other}/answer")
    ResponseEntity<byte[]> answer(@PathVariable String id, @PathVariable String other, Form form, Visitor visitor) {
        var staff = cases.acting(id, visitor);
        try {
            staff.tell(
                    HttpMethod.PUT,
                    ApiPath.of("seeking", id, "interests", other, "answer"),
                    Map.of("mutual", form.text("mutual").equals("yes")));
            return Pages.seeOther(address(id));
        } catch (Refused refused) {
            var posting = posting(staff, id);
            return shown(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    id,
                    staff,
                    new Filled(Posting.fields(posting.value()), posting.etag()),
                    Told.of(refused).model(),
                    visitor);
        }
    }

    /** What stands in the form, and the edition it is for; none where there is no open listing. */
    private record Filled(Map<String, String> fields, String etag) {}

    private static String address(String id) {
        return "/console/cities/" + id + "/seeking";
    }

    private static Api.Tagged<JsonNode> posting(Staff staff, String id) {
        try {
            return staff.tagged(JsonNode.class, ApiPath.of("seeking", id, "posting"));
        } catch (NotThere none) {
            return new Api.Tagged<>(JsonNodeFactory.instance.objectNode(), "");
        }
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, String id, Staff staff, Filled filled, Map<String, Object> told, Visitor visitor) {
        var listing = staff.later(Listing.class, ApiPath.of("seeking", id));
        var interests = staff.later(
                Interest.Listed.class, ApiPath.of("seeking", id, "interests").with("limit", CitiesController.MOST));
        var model = new HashMap<String, Object>(told);
        model.put("city", staff.get(Place.class, ApiPath.of("cities", id)));
        model.put("office", staff.is(Desk.OFFICE));
        listing.part().get().ifPresent(open -> model.put("listing", open));
        model.put(
                "interests", interests.part().get().map(Interest.Listed::items).orElse(List.of()));
        model.put("f", filled.fields());
        model.put("etag", filled.etag());
        model.put("regions", Posting.REGIONS);
        model.put("themes", Posting.THEMES);
        return pages.own(status, "desk-seeking", visitor, model);
    }
}
