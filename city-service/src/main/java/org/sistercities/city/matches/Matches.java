package org.sistercities.city.matches;

import java.util.Comparator;
import java.util.List;
import org.sistercities.city.matches.Facts.Wish;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.registry.Cities;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.registry.Countries;
import org.sistercities.city.seeking.Board;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.springframework.stereotype.Component;

/** Finds sisters for a city among all cities, members or not. */
@Component
class Matches {
    private static final Comparator<Weighing> BEST_FIRST =
            Comparator.comparingDouble(Weighing::score).reversed().thenComparing(Weighing::otherId);

    private final Cities cities;
    private final Network network;
    private final Board board;
    private final Countries countries;

    Matches(Cities cities, Network network, Board board, Countries countries) {
        this.cities = cities;
        this.countries = countries;
        this.network = network;
        this.board = board;
    }

    /** The possible sisters of a city that most speaks for. */
    List<Suggestion> of(String cityId, int limit) {
        var city = known(cityId);
        var acquaintances = Acquaintances.of(city, network, cities);
        return cities.all().stream()
                .map(other -> facts(city, other, acquaintances))
                .filter(Facts::isPossible)
                .map(Weighing::of)
                .sorted(BEST_FIRST)
                .limit(limit)
                .map(Weighing::suggestion)
                .toList();
    }

    /** What speaks for and against two cities. */
    Suggestion between(String cityId, String otherId) {
        var city = known(cityId);
        return Weighing.of(facts(city, known(otherId), Acquaintances.of(city, network, cities)))
                .suggestion();
    }

    private Facts facts(CitySummary city, CitySummary other, Acquaintances acquaintances) {
        return new Facts(
                city,
                other,
                acquaintances.isPartner(other.id()),
                commonLanguages(city.countryCode(), other.countryCode()),
                board.commonThemes(city.id(), other.id()),
                acquaintances.commonSisters(other.id()),
                network.countStanding(other.id()),
                acquaintances.partnershipsWith(other.countryCode()),
                wish(city, other),
                wish(other, city));
    }

    private List<String> commonLanguages(String countryCode, String otherCountryCode) {
        var there = countries.languagesOf(otherCountryCode);
        return countries.languagesOf(countryCode).stream()
                .filter(there::contains)
                .toList();
    }

    private Wish wish(CitySummary seeking, CitySummary other) {
        return board.fits(other, seeking.id())
                .map(fits -> fits ? Wish.FITS : Wish.DOES_NOT_FIT)
                .orElse(Wish.NONE);
    }

    private CitySummary known(String cityId) {
        return cities.find(cityId).orElseThrow(() -> new NoSuchAggregate("city", cityId));
    }
}
