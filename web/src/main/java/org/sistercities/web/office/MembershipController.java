package org.sistercities.web.office;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.representative.Place;
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

/** Who belongs to the network, and until when in good standing. */
@Controller
@RequestMapping("/console/cities/{id}/membership")
class MembershipController {
    private final Desk desk;
    private final Pages pages;

    MembershipController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /** Null where a city is no member. */
    record Membership(@Nullable String number, @Nullable LocalDate goodStandingUntil) {

        Map<String, String> fields() {
            return number == null || goodStandingUntil == null
                    ? Map.of()
                    : Map.of("number", number, "goodStandingUntil", goodStandingUntil.toString());
        }
    }

    @GetMapping
    ResponseEntity<byte[]> form(@PathVariable String id, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.OFFICE);
        var known = known(staff, id);
        return shown(HttpStatus.OK, id, staff, known, known.value().fields(), Map.of(), visitor);
    }

    @PostMapping
    ResponseEntity<byte[]> save(@PathVariable String id, Form form, Visitor visitor) {
        var typed = Map.of("number", form.text("number"), "goodStandingUntil", form.text("goodStandingUntil"));
        return kept(id, desk.staff(visitor, Desk.OFFICE), typed, form.text("etag"), visitor);
    }

    /** Good standing includes its last day, so the last one is yesterday, where the city is. */
    @PostMapping("/end")
    ResponseEntity<byte[]> end(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.OFFICE);
        var zone = ZoneId.of(staff.get(Place.class, ApiPath.of("cities", id)).timeZone());
        var last = LocalDate.now(zone).minusDays(1).toString();
        return kept(
                id,
                staff,
                Map.of("number", form.text("number"), "goodStandingUntil", last),
                form.text("etag"),
                visitor);
    }

    private ResponseEntity<byte[]> kept(
            String id, Staff staff, Map<String, String> typed, String etag, Visitor visitor) {
        try {
            staff.change(HttpMethod.PUT, ApiPath.of("cities", id, "membership"), typed, etag);
            return Pages.seeOther("/console/cities/" + id + "/membership");
        } catch (Refused refused) {
            var known = known(staff, id); // what somebody else wrote is overwritten only by whoever has been told of it
            var edition = refused.isStale() ? known : new Api.Tagged<>(known.value(), etag);
            return shown(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    id,
                    staff,
                    edition,
                    typed,
                    Told.of(refused).model(),
                    visitor);
        }
    }

    private static Api.Tagged<Membership> known(Staff staff, String id) {
        return staff.tagged(Membership.class, ApiPath.of("cities", id, "membership"));
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            String id,
            Staff staff,
            Api.Tagged<Membership> known,
            Map<String, String> fields,
            Map<String, Object> told,
            Visitor visitor) {
        var city = staff.get(Place.class, ApiPath.of("cities", id));
        var model = new HashMap<String, Object>(told);
        model.put("city", city);
        model.put("office", true);
        model.put("membership", known.value());
        model.put("lapsed", isLapsed(known.value(), ZoneId.of(city.timeZone())));
        model.put("etag", known.etag());
        model.put("f", fields);
        return pages.own(status, "desk-membership", visitor, model);
    }

    private static boolean isLapsed(Membership membership, ZoneId zone) {
        return membership.goodStandingUntil() != null
                && membership.goodStandingUntil().isBefore(LocalDate.now(zone));
    }
}
