package org.sistercities.city.matches;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.PartnershipSummary;
import org.sistercities.city.registry.Cities;
import org.sistercities.city.registry.CitySummary;

/** Whom a city knows: its partners, the sisters of its sisters, and how often its country is joined with others. */
final class Acquaintances {
    private final Set<String> partners = new HashSet<>();
    private final Map<String, List<String>> commonSisters = new HashMap<>();
    private final Map<String, Integer> byCountry = new HashMap<>();

    private Acquaintances() {}

    static Acquaintances of(CitySummary city, Network network, Cities cities) {
        var all = new Acquaintances();
        for (var partnership : network.of(city.id()))
            if (partnership.status().isStanding() || partnership.status().isUnderWay())
                all.partners.addAll(partnership.cityIds());
        for (var sister : (Iterable<CitySummary>) sisters(city.id(), network, cities)::iterator)
            sisters(sister.id(), network, cities).forEach(other -> all.know(other, sister));
        for (var partnership : network.all())
            if (partnership.status().isStanding()) all.count(partnership, city, cities);
        return all;
    }

    private static Stream<CitySummary> sisters(String cityId, Network network, Cities cities) {
        return network.of(cityId).stream()
                .filter(partnership -> partnership.status().isStanding())
                .flatMap(partnership -> partnership.cityIds().stream())
                .filter(id -> !id.equals(cityId))
                .distinct()
                .flatMap(id -> cities.find(id).stream());
    }

    private void know(CitySummary other, CitySummary sister) {
        commonSisters.computeIfAbsent(other.id(), id -> new ArrayList<>()).add(sister.name());
    }

    private void count(PartnershipSummary partnership, CitySummary city, Cities cities) {
        var countries = new HashSet<String>();
        for (var id : partnership.cityIds()) cities.find(id).ifPresent(party -> countries.add(party.countryCode()));
        if (countries.remove(city.countryCode())) countries.forEach(other -> byCountry.merge(other, 1, Integer::sum));
    }

    boolean isPartner(String cityId) {
        return partners.contains(cityId);
    }

    List<String> commonSisters(String cityId) {
        return commonSisters.getOrDefault(cityId, List.of());
    }

    int partnershipsWith(String countryCode) {
        return byCountry.getOrDefault(countryCode, 0);
    }
}
