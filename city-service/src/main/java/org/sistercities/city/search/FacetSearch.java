package org.sistercities.city.search;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.PartnershipSummary;
import org.sistercities.city.registry.Countries;
import org.sistercities.city.search.CitySearch.Wanted;
import org.sistercities.city.seeking.Seeking;
import org.springframework.stereotype.Component;

/** Counts all cities a search matches, by what they could be filtered by. */
@Component
class FacetSearch {
    private final CitySearch search;
    private final Countries countries;
    private final Network network;
    private final Seeking seeking;
    private final Clock clock;

    FacetSearch(CitySearch search, Countries countries, Network network, Seeking seeking, Clock clock) {
        this.search = search;
        this.countries = countries;
        this.network = network;
        this.seeking = seeking;
        this.clock = clock;
    }

    Facets count(Wanted wanted) {
        var inCountry = new Facets.Counter();
        var onContinent = new Facets.Counter();
        var ofKind = new Facets.Counter();
        var ofStatus = new Facets.Counter();
        var found = search.findAll(wanted.typed(), wanted.criteria());
        var now = clock.instant();
        for (var city : found) {
            inCountry.add(city.countryCode());
            onContinent.add(countries.continentOf(city.countryCode()));
            var partnerships = network.of(city.id());
            distinct(partnerships.stream()
                            .filter(known -> known.status().isStanding())
                            .map(PartnershipSummary::kind))
                    .forEach(ofKind::add);
            distinct(partnerships.stream().map(PartnershipSummary::status)).forEach(ofStatus::add);
        }
        return new Facets(
                found.size(),
                found.stream().filter(city -> seeking.isSeeking(city.id())).count(),
                found.stream().filter(city -> city.isMember(now)).count(),
                inCountry.counts(),
                onContinent.counts(),
                ofKind.counts(),
                ofStatus.counts());
    }

    private static List<String> distinct(Stream<? extends Enum<?>> values) {
        return values.distinct().map(Enum::name).toList();
    }
}
