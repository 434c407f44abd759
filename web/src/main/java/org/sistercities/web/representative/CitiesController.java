package org.sistercities.web.representative;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Part;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.partnership.PartnershipItem;
import org.sistercities.web.seeking.Listing;
import org.sistercities.web.staff.Desk;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cities somebody acts for, and what each of them has under way. */
@Controller
@RequestMapping("/console/cities")
class CitiesController {
    static final int MOST = 100;

    private final Case cases;
    private final Pages pages;

    CitiesController(Case cases, Pages pages) {
        this.cases = cases;
        this.pages = pages;
    }

    /** The office finds any city; representatives see their own. */
    @GetMapping
    ResponseEntity<byte[]> list(@RequestParam(defaultValue = "") String q, Visitor visitor) {
        var staff = cases.acting(visitor);
        var mine = Represented.by(staff);
        var model = new HashMap<String, Object>(Map.of("mine", mine, "q", q.strip()));
        if (mine.all() && !q.isBlank()) model.put("found", CitiesFound.by(staff, q));
        return pages.own(HttpStatus.OK, "desk-cities", visitor, model);
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> page(@PathVariable String id, Visitor visitor) {
        var staff = cases.acting(id, visitor);
        var partnerships = staff.later(
                Partnerships.class, ApiPath.of("partnerships").with("city", id).with("limit", MOST));
        var listing = staff.later(Listing.class, ApiPath.of("seeking", id));
        var model = new HashMap<String, Object>();
        model.put("city", staff.get(Place.class, ApiPath.of("cities", id)));
        model.put("office", staff.is(Desk.OFFICE));
        Part<Partnerships> known = partnerships.part();
        model.put("partnerships", known);
        known.get().ifPresent(all -> model.put("groups", all.groups()));
        listing.part().get().ifPresent(open -> model.put("listing", open));
        return pages.own(HttpStatus.OK, "desk-city", visitor, model);
    }

    /** A city's partnerships; those something is to be done about come first. */
    record Partnerships(List<PartnershipItem> items) {

        /** By {@code way}, {@code standing} and {@code past}. */
        Map<String, List<PartnershipItem>> groups() {
            var groups = new java.util.LinkedHashMap<String, List<PartnershipItem>>();
            for (var group : List.of("way", "standing", "past")) {
                var those = items.stream()
                        .filter(item -> Partnership.group(item.status()).equals(group))
                        .toList();
                if (!those.isEmpty()) groups.put(group, those);
            }
            return groups;
        }
    }
}
