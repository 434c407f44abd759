package org.sistercities.web.representative;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Staff;
import org.springframework.stereotype.Component;

/** A partnership on the desk of somebody who acts for one of its sides: what a page of it shows. */
@Component
class Case {
    private final Desk desk;

    Case(Desk desk) {
        this.desk = desk;
    }

    /** Somebody who acts for cities, of this partnership or not; which, the page and the API find out. */
    Staff acting(Visitor visitor) {
        return desk.staff(visitor, Desk.REPRESENTATIVE, Desk.OFFICE);
    }

    /**
     * Somebody who acts for this city.
     *
     * @throws NotAllowed when they do not
     */
    Staff acting(String cityId, Visitor visitor) {
        var staff = acting(visitor);
        Represented.by(staff).mustInclude(List.of(cityId));
        return staff;
    }

    /** The partnership, which sides are theirs, and what these may do now. */
    Map<String, Object> model(Staff staff, String id) {
        var represented = Represented.by(staff);
        var tagged = staff.tagged(Partnership.class, ApiPath.of("partnerships", id));
        var partnership = tagged.value();
        represented.mustInclude(partnership.cityIds());
        var own = represented.of(partnership.cityIds());
        var model = new HashMap<String, Object>();
        model.put("p", partnership);
        model.put("etag", tagged.etag());
        model.put("mine", own);
        model.put("moves", PossibleMoves.of(partnership, own));
        model.put(
                "mayOverride",
                partnership.warnings().stream().anyMatch(w -> w.override() == null && own.contains(w.cityId())));
        model.put("key", UUID.randomUUID().toString());
        model.put("typed", Map.of());
        model.put("nothing", Map.of());
        return model;
    }

    /** The same for the partnership's own page, on which a session can be arranged by the clocks of its cities. */
    Map<String, Object> ownPage(Staff staff, String id) {
        var model = model(staff, id);
        if (model.get("p") instanceof Partnership partnership && partnership.toSign() != null)
            model.put("places", places(staff, partnership));
        return model;
    }

    /** What is told beside the form that was not taken. */
    static Map<String, Object> told(Refused refused, Form form) {
        var told = Told.of(refused).model();
        told.put("typed", form.typed());
        return told;
    }

    /** The cities, for their clocks. */
    static List<Place> places(Staff staff, Partnership partnership) {
        return partnership.cityIds().stream()
                .map(city -> staff.later(Place.class, ApiPath.of("cities", city)))
                .toList()
                .stream()
                .flatMap(place -> place.part().get().stream())
                .toList();
    }
}
