package org.sistercities.web.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.map.Sketch;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** City Search as a page: what was found, by what it can be narrowed down, and where it is. */
@Controller
class SearchController {
    private static final int PAGE = 20;
    private static final int COUNTRIES = 12;

    private final Api api;
    private final Pages pages;

    SearchController(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /** A way to narrow the search down. */
    record Filter(String label, long count, String href, boolean chosen) {}

    /** Filters of one sort; {@code title} is a message's key. */
    record Group(String title, List<Filter> filters) {}

    @GetMapping("/cities")
    ResponseEntity<byte[]> find(
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable String cursor,
            Visitor visitor) {
        var search = Search.of(parameters);
        var facets = api.later(() -> api.get(Facets.class, search.on(ApiPath.of("cities", "facets"))));
        var found = api.later(() -> api.get(
                        FoundCity.Listed.class,
                        search.on(ApiPath.of("cities")).with("cursor", cursor).with("limit", PAGE)))
                .part();
        var model = new HashMap<String, Object>(Map.of("search", search, "found", found));
        facets.part().get().ifPresent(counted -> {
            model.put("total", counted.total());
            model.put("groups", groups(counted, search, visitor));
        });
        found.get().filter(list -> !list.items().isEmpty()).ifPresent(list -> {
            model.put("map", sketch(list.items()));
            if (list.next() != null) model.put("more", search.from(list.next()));
        });
        return pages.page("cities", visitor, model);
    }

    private static Sketch sketch(List<FoundCity> cities) {
        var drawing = new Sketch.Drawing();
        cities.forEach(city -> drawing.dot(city.position(), city.name(), "found"));
        return drawing.sketch();
    }

    private static List<Group> groups(Facets facets, Search search, Visitor visitor) {
        var groups = new ArrayList<Group>();
        var network = new ArrayList<Filter>();
        if (facets.members() > 0) network.add(filter(search, "member", "true", "facet.member", facets.members()));
        if (facets.seeking() > 0) network.add(filter(search, "seeking", "true", "facet.seeking", facets.seeking()));
        network.addAll(filters(search, "kind", facets.kinds(), value -> "kind." + value));
        groups.add(new Group("facet.network", network));
        groups.add(new Group("facet.status", filters(search, "status", facets.statuses(), value -> "status." + value)));
        groups.add(new Group(
                "facet.continent",
                filters(search, "continent", facets.continents(), value -> "continent." + value.replace(' ', '-'))));
        groups.add(new Group(
                "facet.country",
                filters(search, "country", facets.countries(), value -> "=" + visitor.country(value))));
        return groups.stream().filter(group -> !group.filters().isEmpty()).toList();
    }

    private static List<Filter> filters(
            Search search, String name, List<Facets.Count> counts, UnaryOperator<String> label) {
        return counts.stream()
                .filter(count -> !count.value().isEmpty())
                .limit(COUNTRIES)
                .map(count -> filter(search, name, count.value(), label.apply(count.value()), count.count()))
                .toList();
    }

    private static Filter filter(Search search, String name, String value, String label, long count) {
        return new Filter(label, count, search.toggled(name, value), search.has(name, value));
    }
}
