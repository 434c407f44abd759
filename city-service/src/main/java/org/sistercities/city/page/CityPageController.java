package org.sistercities.city.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sistercities.city.page.CityPage.Sister;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.Parties;
import org.sistercities.city.partnership.PartnershipItem;
import org.sistercities.city.registry.Cities;
import org.sistercities.city.registry.City;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.security.Public;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The city page over HTTP. */
@RestController
@RequestMapping("/api/v1/cities")
class CityPageController {
    private final AggregateStore<City> store;
    private final Cities cities;
    private final Network network;
    private final Parties parties;

    CityPageController(AggregateStore<City> store, Cities cities, Network network, Parties parties) {
        this.store = store;
        this.cities = cities;
        this.network = network;
        this.parties = parties;
    }

    @Public
    @GetMapping("/{id}")
    ResponseEntity<CityPage> get(@PathVariable String id) {
        var summary = cities.find(id).orElseThrow(() -> new NoSuchAggregate("city", id));
        var partnerships = network.of(id).stream().map(parties::item).toList();
        var page = CityPage.of(store.get(id).state(), summary, sisters(id, partnerships), partnerships);
        return ResponseEntity.ok().eTag(etag(page)).body(page);
    }

    private static List<Sister> sisters(String id, List<PartnershipItem> partnerships) {
        return partnerships.stream()
                .filter(partnership -> partnership.status().isStanding())
                .flatMap(partnership -> others(id, partnership))
                .sorted(Comparator.comparing(Sister::name).thenComparing(Sister::partnershipId))
                .toList();
    }

    private static Stream<Sister> others(String id, PartnershipItem partnership) {
        return partnership.parties().stream()
                .filter(party -> !party.cityId().equals(id))
                .map(party -> new Sister(
                        party.cityId(),
                        party.name(),
                        party.region(),
                        party.countryCode(),
                        partnership.kind(),
                        partnership.status(),
                        partnership.since(),
                        partnership.id()));
    }

    /** The page is put together from many documents: what it shows is its revision. */
    private static String etag(CityPage page) {
        return '"' + DigestUtils.md5DigestAsHex(page.toString().getBytes(UTF_8)) + '"';
    }
}
