package org.sistercities.city.matches;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.PriorityQueue;
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
    private static final int MOST_ANSWERS = 1_000;
    private static final Comparator<Weighing> BEST_FIRST =
            Comparator.comparingDouble(Weighing::score).reversed().thenComparing(Weighing::otherId);

    private final Cities cities;
    private final Network network;
    private final Board board;
    private final Countries countries;
    private final Cache<Question, Answer> answers =
            Caffeine.newBuilder().maximumSize(MOST_ANSWERS).build();

    private record Question(String cityId, int limit, Wording wording) {}

    /** All that suggestions are made of, as it was. */
    private record World(long cities, long partnerships, List<?> listings) {}

    private record Answer(World world, List<Suggestion> best) {}

    Matches(Cities cities, Network network, Board board, Countries countries) {
        this.cities = cities;
        this.countries = countries;
        this.network = network;
        this.board = board;
    }

    /** The possible sisters of a city that most speaks for. */
    List<Suggestion> of(String cityId, int limit, Wording wording) {
        var city = known(cityId);
        var question = new Question(cityId, limit, wording);
        var world = new World(
                cities.changes(), network.changes(), board.open()); // first: what comes meanwhile makes another one
        var known = answers.getIfPresent(question);
        if (known != null && known.world().equals(world)) return known.best();
        var best = best(city, limit).stream()
                .map(weighing -> weighing.suggestion(wording))
                .toList();
        answers.put(question, new Answer(world, best));
        return best;
    }

    private List<Weighing> best(CitySummary city, int limit) {
        var acquaintances = Acquaintances.of(city, network, cities);
        var languages = new HashMap<String, List<String>>();
        var best = new PriorityQueue<>(BEST_FIRST.reversed());
        for (var other : cities.all()) {
            var common = languages.computeIfAbsent(
                    other.countryCode(), country -> commonLanguages(city.countryCode(), country));
            var facts = facts(city, other, common, acquaintances);
            if (!facts.isPossible()) continue;
            var weighing = Weighing.of(facts);
            if (best.size() == limit) {
                if (BEST_FIRST.compare(weighing, best.element()) > 0) continue;
                best.remove();
            }
            best.add(weighing);
        }
        return best.stream().sorted(BEST_FIRST).toList();
    }

    /** What speaks for and against two cities. */
    Suggestion between(String cityId, String otherId, Wording wording) {
        var city = known(cityId);
        var other = known(otherId);
        var common = commonLanguages(city.countryCode(), other.countryCode());
        return Weighing.of(facts(city, other, common, Acquaintances.of(city, network, cities)))
                .suggestion(wording);
    }

    private Facts facts(
            CitySummary city, CitySummary other, List<String> commonLanguages, Acquaintances acquaintances) {
        return new Facts(
                city,
                other,
                acquaintances.isPartner(other.id()),
                commonLanguages,
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
