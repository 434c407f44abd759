package org.sistercities.city.registry;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells representatives which cities their token names, so that a client need not read tokens. */
@RestController
@AllowedFor(Role.CITY_REPRESENTATIVE)
class RepresentedController {
    private final Cities cities;

    RepresentedController(Cities cities) {
        this.cities = cities;
    }

    /** A city the caller acts for, as it is called today. */
    record RepresentedCity(String id, String name, @Nullable String region, String countryCode, String timeZone) {

        static RepresentedCity of(CitySummary city) {
            return new RepresentedCity(city.id(), city.name(), city.region(), city.countryCode(), city.timeZone());
        }
    }

    /** All of them, by name; ids that are no city's are passed over. */
    @GetMapping("/api/v1/cities/represented")
    Page<RepresentedCity> list(Caller caller) {
        var known = caller.grants().getOrDefault("cities", List.of()).stream()
                .distinct()
                .flatMap(id -> cities.find(id).stream())
                .sorted(Comparator.comparing(CitySummary::name))
                .map(RepresentedCity::of)
                .toList();
        return new Page<>(known, null);
    }
}
