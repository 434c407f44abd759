package org.sistercities.web.representative;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.NotThere;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.seeking.Listing;
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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The seeking board as a city reads it that may be what others wish for, and its interest in one of them. */
@Controller
@RequestMapping("/console/cities/{id}/board")
class InterestController {
    private static final int PAGE = 20;

    private final Case cases;
    private final Pages pages;

    InterestController(Case cases, Pages pages) {
        this.cases = cases;
        this.pages = pages;
    }

    /** Those whose wishes this city fulfils, or all. */
    @GetMapping
    ResponseEntity<byte[]> board(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable String cursor,
            Visitor visitor) {
        var staff = cases.acting(id, visitor);
        var path = ApiPath.of("seeking").with("cursor", cursor).with("limit", PAGE);
        var board = staff.later(Listing.Listed.class, all ? path : path.with("suits", id));
        var model = city(staff, id);
        model.put("all", all);
        model.put("board", board.part());
        return pages.own(HttpStatus.OK, "desk-board", visitor, model);
    }

    @GetMapping("/{other}")
    ResponseEntity<byte[]> page(@PathVariable String id, @PathVariable String other, Visitor visitor) {
        return shown(HttpStatus.OK, cases.acting(id, visitor), id, other, null, Map.of(), visitor);
    }

    /** Declares it, or names another person to talk to. */
    @PostMapping("/{other}")
    ResponseEntity<byte[]> declare(@PathVariable String id, @PathVariable String other, Form form, Visitor visitor) {
        var staff = cases.acting(id, visitor);
        try {
            staff.tell(HttpMethod.PUT, interest(id, other), declaration(form));
            return Pages.seeOther(address(id, other));
        } catch (Refused refused) {
            return shown(
                    Told.status(),
                    staff,
                    id,
                    other,
                    form.typed(),
                    Told.of(refused).model(),
                    visitor);
        }
    }

    @PostMapping("/{other}/withdrawal")
    ResponseEntity<byte[]> takeBack(@PathVariable String id, @PathVariable String other, Visitor visitor) {
        var staff = cases.acting(id, visitor);
        try {
            staff.tell(HttpMethod.DELETE, interest(id, other), null);
        } catch (NotThere gone) {
            // it was taken back before, or the listing is off the board, which erases it
        }
        return Pages.seeOther(address(id, other));
    }

    private static ApiPath interest(String id, String other) {
        return ApiPath.of("seeking", other, "interests", id);
    }

    private static String address(String id, String other) {
        return "/console/cities/" + id + "/board/" + other;
    }

    private static ObjectNode declaration(Form form) {
        var request = JsonNodeFactory.instance.objectNode();
        var contact = request.putObject("contact");
        for (var part : Posting.CONTACT)
            if (!form.text("contact-" + part).isEmpty()) contact.put(part, form.text("contact-" + part));
        return request;
    }

    private static Map<String, Object> city(Staff staff, String id) {
        return new HashMap<>(
                Map.of("city", staff.get(Place.class, ApiPath.of("cities", id)), "office", staff.is(Desk.OFFICE)));
    }

    /**
     * The listing, what was declared, and both contacts once it is mutual. A listing that is off the board is still shown to those it has
     * brought together.
     *
     * @throws NotThere when there is neither a listing nor an interest
     */
    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            Staff staff,
            String id,
            String other,
            @Nullable Map<String, String> typed,
            Map<String, Object> told,
            Visitor visitor) {
        var listing = staff.later(Listing.class, ApiPath.of("seeking", other));
        var interest = staff.later(Interest.class, interest(id, other));
        var sought = staff.later(Place.class, ApiPath.of("cities", other));
        var model = city(staff, id);
        model.putAll(told);
        listing.part().get().ifPresent(open -> model.put("listing", open));
        var known = interest.part().get();
        known.ifPresent(declared -> model.put("interest", declared));
        if (!model.containsKey("listing") && known.isEmpty()) throw new NotThere(other);
        model.put("other", sought.part().get().orElseThrow(() -> new NotThere(other)));
        model.put(
                "f",
                typed != null ? typed : known.map(InterestController::contact).orElse(Map.of()));
        return pages.own(status, "desk-interest", visitor, model);
    }

    /** As it was declared, if the API tells; it does once it is mutual. */
    private static Map<String, String> contact(Interest interest) {
        if (interest.contacts() == null) return Map.of();
        var contact = interest.contacts().interested();
        var fields = new HashMap<String, String>();
        var texts = new String[] {contact.name(), contact.office(), contact.email(), contact.phone()};
        for (int i = 0; i < texts.length; i++)
            if (texts[i] != null) fields.put("contact-" + Posting.CONTACT.get(i), texts[i]);
        return fields;
    }
}
