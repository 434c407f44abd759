package org.sistercities.city.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.page.Bonds.Bond;
import org.sistercities.city.page.CityPage.SuccessorItem;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.Parties;
import org.sistercities.city.registry.Cities;
import org.sistercities.city.registry.City;
import org.sistercities.city.seeking.Seeking;
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
    private final Newsstand newsstand;
    private final Seeking seeking;
    private final Clock clock;

    CityPageController(
            AggregateStore<City> store,
            Cities cities,
            Network network,
            Parties parties,
            Newsstand newsstand,
            Seeking seeking,
            Clock clock) {
        this.store = store;
        this.cities = cities;
        this.network = network;
        this.parties = parties;
        this.newsstand = newsstand;
        this.seeking = seeking;
        this.clock = clock;
    }

    @Public
    @GetMapping("/{id}")
    ResponseEntity<CityPage> get(@PathVariable String id) {
        var summary = cities.find(id).orElseThrow(() -> new NoSuchAggregate("city", id));
        var city = store.get(id).state();
        var page = CityPage.of(
                city, summary, seeking.isSeeking(id), successor(city), bonds(id), newsstand.of(id), clock.instant());
        return ResponseEntity.ok().eTag(etag(page)).body(page);
    }

    private @Nullable SuccessorItem successor(City city) {
        return city.successor()
                .flatMap(successor -> cities.find(successor.cityId()).map(known -> SuccessorItem.of(successor, known)))
                .orElse(null);
    }

    private Bonds bonds(String id) {
        var known = network.of(id).stream().map(summary -> Bond.of(summary, parties.item(summary)));
        return new Bonds(id, known.toList());
    }

    /** The page is put together from many documents: what it shows is its revision. */
    private static String etag(CityPage page) {
        return '"' + DigestUtils.md5DigestAsHex(page.toString().getBytes(UTF_8)) + '"';
    }
}
