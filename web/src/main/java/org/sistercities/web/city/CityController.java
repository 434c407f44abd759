package org.sistercities.web.city;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.map.Sketch;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.partnership.PartnershipItem;
import org.sistercities.web.seeking.Listing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A city's page, and who would be a good sister. */
@Controller
class CityController {
    private static final int MATCHES = 10;

    private final Api api;
    private final Pages pages;

    CityController(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /** A city as a sister of another; the reasons are sentences of the API, in the language asked for. */
    record Suggestion(
            String cityId,
            String name,
            @Nullable String region,
            String countryCode,
            @Nullable Long population,
            boolean possible,
            List<String> reasons,
            List<String> against) {}

    record Suggestions(List<Suggestion> items) {}

    @GetMapping("/cities/{id}")
    ResponseEntity<byte[]> page(@PathVariable String id, Visitor visitor) {
        var city = api.get(CityPage.class, ApiPath.of("cities", id));
        var model = new HashMap<String, Object>(Map.of("city", city, "map", sketch(city)));
        model.put("moments", Moment.of(city, visitor::list));
        if (city.seeking())
            api.later(() -> api.get(Listing.class, ApiPath.of("seeking", id)))
                    .part()
                    .get()
                    .ifPresent(listing -> model.put("listing", listing));
        return pages.page("city", visitor, model);
    }

    @GetMapping("/cities/{id}/matches")
    ResponseEntity<byte[]> matches(@PathVariable String id, Visitor visitor) {
        var language = Map.of(HttpHeaders.ACCEPT_LANGUAGE, visitor.language());
        var suggestions = api.later(() ->
                api.get(Suggestions.class, ApiPath.of("cities", id, "matches").with("limit", MATCHES), language));
        var city = api.get(CityPage.class, ApiPath.of("cities", id));
        return pages.page("matches", visitor, Map.of("city", city, "suggestions", suggestions.part()));
    }

    /** A line to each city it has or had or may have a partnership with; those that stand are drawn last, on top. */
    private static Sketch sketch(CityPage city) {
        var drawing = new Sketch.Drawing();
        var seen = new HashSet<String>();
        for (boolean standing : new boolean[] {false, true})
            for (var partnership : city.partnerships())
                if (partnership.isStanding() == standing) draw(city, partnership, drawing);
        for (var partnership : city.partnerships())
            for (var other : partnership.others(city.id()))
                if (seen.add(other.cityId())) drawing.dot(other.position(), other.name(), "sister");
        return drawing.dot(city.position(), city.name(), "city").sketch();
    }

    private static void draw(CityPage city, PartnershipItem partnership, Sketch.Drawing drawing) {
        for (var other : partnership.others(city.id()))
            drawing.line(city.position(), other.position(), partnership.isStanding() ? "line" : "line faint");
    }
}
