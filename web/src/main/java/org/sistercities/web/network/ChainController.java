package org.sistercities.web.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.city.FoundCity;
import org.sistercities.web.map.Position;
import org.sistercities.web.map.Sketch;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.partnership.PartnershipItem;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The shortest chain of sisters between two cities, drawn. */
@Controller
class ChainController {
    private final Api api;
    private final Pages pages;

    ChainController(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    record Chain(boolean connected, @Nullable Integer degrees, List<Member> cities, List<Link> links) {}

    record Member(String id, String name, @Nullable String region, String countryCode) {}

    record Link(String from, String to, List<PartnershipItem> partnerships) {

        Position of(String cityId) {
            return partnerships.getFirst().parties().stream()
                    .filter(party -> party.cityId().equals(cityId))
                    .findFirst()
                    .orElseThrow()
                    .position();
        }
    }

    /** The two are typed, as in City Search: the first found is meant. */
    @GetMapping("/chain")
    ResponseEntity<byte[]> chain(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to, Visitor visitor) {
        var model = new HashMap<String, Object>(Map.of("from", from.strip(), "to", to.strip()));
        if (!from.isBlank() && !to.isBlank()) {
            var first = api.later(() -> found(from));
            var second = found(to);
            answer(first.part().get().orElse(new FoundCity.Listed(List.of(), null)), second, model);
        }
        return pages.page("chain", visitor, model);
    }

    private void answer(FoundCity.Listed first, FoundCity.Listed second, Map<String, Object> model) {
        model.put("fromUnknown", first.items().isEmpty());
        model.put("toUnknown", second.items().isEmpty());
        if (first.items().isEmpty() || second.items().isEmpty()) return;
        var start = first.items().getFirst();
        var end = second.items().getFirst();
        var chain = api.get(
                Chain.class,
                ApiPath.of("network", "chain").with("from", start.id()).with("to", end.id()));
        model.putAll(Map.of("start", start, "end", end, "chain", chain));
        if (!chain.links().isEmpty()) model.put("map", sketch(chain));
    }

    private FoundCity.Listed found(String typed) {
        return api.get(
                FoundCity.Listed.class,
                ApiPath.of("cities").with("q", typed.strip()).with("limit", 1));
    }

    private static Sketch sketch(Chain chain) {
        var drawing = new Sketch.Drawing();
        for (var link : chain.links()) drawing.line(link.of(link.from()), link.of(link.to()), "line");
        for (int i = 0; i < chain.cities().size(); i++) {
            var city = chain.cities().get(i);
            var link = chain.links().get(Math.min(i, chain.links().size() - 1));
            drawing.dot(link.of(city.id()), city.name(), "city");
        }
        return drawing.sketch();
    }
}
