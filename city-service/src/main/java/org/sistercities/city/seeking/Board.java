package org.sistercities.city.seeking;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.Cities;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.registry.Countries;
import org.sistercities.city.registry.Country;
import org.sistercities.contracts.CityDomainEvent.Party;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.springframework.stereotype.Component;

/** The open listings together with the cities they are of. */
@Component
public class Board {
    private final Seeking seeking;
    private final Cities cities;
    private final Countries countries;

    Board(Seeking seeking, Cities cities, Countries countries) {
        this.seeking = seeking;
        this.cities = cities;
        this.countries = countries;
    }

    /** The open listings a filter takes, the newest first. */
    List<SeekingItem> list(BoardFilter filter) {
        var suitor = filter.suits() == null ? null : known(filter.suits());
        return seeking.open()
                .filter(listed -> filter.takes(listed.wanted()) && (suitor == null || suits(suitor, listed)))
                .flatMap(listed -> cities
                        .find(listed.cityId())
                        .filter(city -> filter.takes(city, regionOf(city)))
                        .map(city -> SeekingItem.of(listed, city))
                        .stream())
                .toList();
    }

    /** What seeks a sister at this moment; equal as long as nothing about that has changed. */
    public List<?> open() {
        return seeking.open().toList();
    }

    /** Whether a city is what another one, if that seeks a sister now, wishes. */
    public Optional<Boolean> fits(CitySummary city, String seekingCityId) {
        return seeking.find(seekingCityId).map(listed -> suits(city, listed));
    }

    /** The themes both cities name in their listings. */
    public List<Theme> commonThemes(String cityId, String otherId) {
        var here = themes(cityId);
        if (here.isEmpty()) return List.of();
        var there = themes(otherId);
        return here.stream().filter(there::contains).toList();
    }

    private List<Theme> themes(String cityId) {
        return seeking.find(cityId).map(listed -> listed.wanted().themes()).orElse(List.of());
    }

    SeekingItem item(Listed listed) {
        return SeekingItem.of(listed, known(listed.cityId()));
    }

    /** A city as a party of the handshake. */
    Party party(String cityId) {
        var city = known(cityId);
        return new Party(city.id(), city.name(), city.countryCode());
    }

    /**
     * @throws Refused.UnknownCountry when one of the wanted countries is none
     */
    void check(Posting posting) {
        for (var code : posting.wanted().countries())
            if (countries.find(code).isEmpty()) throw new Refused.UnknownCountry(code);
    }

    private boolean suits(CitySummary suitor, Listed listed) {
        return !suitor.id().equals(listed.cityId())
                && listed.wanted().takes(suitor.countryCode(), regionOf(suitor))
                && listed.wanted().takes(suitor.population());
    }

    private @Nullable WorldRegion regionOf(CitySummary city) {
        return countries
                .find(city.countryCode())
                .map(Country::continent)
                .flatMap(WorldRegion::of)
                .orElse(null);
    }

    private CitySummary known(String cityId) {
        return cities.find(cityId).orElseThrow(() -> new NoSuchAggregate("city", cityId));
    }
}
