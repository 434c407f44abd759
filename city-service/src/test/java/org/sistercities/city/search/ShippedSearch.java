package org.sistercities.city.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercities.city.partnership.EmptyNetwork;
import org.sistercities.city.registry.Cities;
import org.sistercities.city.registry.ShippedGazetteer;
import org.sistercities.city.search.CitySearch.Wanted;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;

/** City Search over every city that ships, before the first partnership. */
final class ShippedSearch {
    static final Cities CITIES = ShippedGazetteer.cities();
    static final CitySearch SEARCH = search();

    private ShippedSearch() {}

    static Page<FoundCity> find(String typed, int limit) {
        return find(typed, Criteria.NONE, new Offset(0), limit);
    }

    static Page<FoundCity> find(String typed, Criteria criteria, Offset from, int limit) {
        return SEARCH.find(new Wanted(Typed.of(typed), criteria, Optional.empty()), from, limit);
    }

    /** As "Bergen, Vestland, NO". */
    static List<String> names(Page<FoundCity> page) {
        return page.items().stream()
                .map(city -> Stream.of(city.name(), city.region(), city.countryCode())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")))
                .toList();
    }

    private static CitySearch search() {
        var index = new CityIndex(ShippedGazetteer.countries());
        ShippedGazetteer.showTo(index, CITIES);
        return new CitySearch(index, ShippedGazetteer.countries(), EmptyNetwork.create());
    }
}
