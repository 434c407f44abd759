package org.sistercities.city.search;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.registry.City.Coordinates;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.registry.Countries;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.springframework.stereotype.Component;

/**
 * Finds cities by what was typed. {@link Candidates} come in groups, the best way to match first; the first {@value #WINDOW} of
 * them are put in order here by how they match, how important they are and how near.
 */
@Component
class CitySearch {
    private static final int WINDOW = Lexicon.BEST;
    private static final double NEARBY_KILOMETRES = 300;

    private final CityIndex index;
    private final Countries countries;
    private final Network network;

    CitySearch(CityIndex index, Countries countries, Network network) {
        this.index = index;
        this.countries = countries;
        this.network = network;
    }

    /**
     * What somebody asks.
     *
     * @param near where those should be who come first, other things being equal
     */
    record Wanted(Typed typed, Criteria criteria, Optional<Coordinates> near) {}

    /** One page of the cities that match, best first; without anything typed the nearest or the most important ones. */
    Page<FoundCity> find(Wanted wanted, Offset from, int limit) {
        var state = index.state();
        int count = from.items() + limit + 1;
        var hits = wanted.typed().blank() ? listed(wanted, state, count) : matching(wanted, state, count);
        return Page.of(hits, from, limit)
                .map(hit -> FoundCity.of(
                        hit, Match.of(wanted.typed(), hit.candidate().entry())));
    }

    /** Every city that matches, in no particular order. */
    List<CitySummary> findAll(Typed typed, Criteria criteria) {
        var state = index.state();
        var all = typed.blank()
                ? entries(state, criteria)
                : candidates(typed, criteria, state, Integer.MAX_VALUE).map(Candidate::entry);
        return all.map(Entry::city).toList();
    }

    private List<Hit> listed(Wanted wanted, CityIndex.State state, int count) {
        var order = wanted.near()
                .map(here -> comparingDouble(
                        (Entry entry) -> here.kilometresTo(entry.city().coordinates())))
                .orElse(comparingDouble(Entry::importance).reversed());
        return entries(state, wanted.criteria())
                .sorted(order)
                .limit(count)
                .map(entry -> hit(new Candidate(entry, Tier.START_PRIMARY), wanted))
                .toList();
    }

    /** At least the best {@code count}, if there are so many; their order does not depend on {@code count}. */
    private List<Hit> matching(Wanted wanted, CityIndex.State state, int count) {
        var typed = wanted.typed();
        var best = new ArrayList<>(candidates(typed, wanted.criteria(), state, WINDOW)
                .map(candidate -> hit(candidate, wanted))
                .toList());
        wanted.near().ifPresent(here -> {
            var nearby = wanted.criteria().andWithin(new Criteria.Circle(here, NEARBY_KILOMETRES));
            addNew(candidates(typed, nearby, state, WINDOW), wanted, best);
        });
        best.sort(comparingDouble(Hit::score).reversed());
        if (best.size() >= WINDOW && count > best.size())
            addNew(candidates(typed, wanted.criteria(), state, count), wanted, best);
        return best;
    }

    private void addNew(Stream<Candidate> more, Wanted wanted, List<Hit> hits) {
        var already = hits.stream().map(hit -> hit.city().id()).collect(Collectors.toSet());
        more.filter(candidate -> !already.contains(candidate.entry().city().id()))
                .forEach(candidate -> hits.add(hit(candidate, wanted)));
    }

    private Hit hit(Candidate candidate, Wanted wanted) {
        int partnerships = network.countStanding(candidate.entry().city().id());
        return Hit.of(candidate, wanted.typed(), partnerships, wanted.near());
    }

    private Stream<Candidate> candidates(Typed typed, Criteria criteria, CityIndex.State state, int enough) {
        return state.catalogs().stream()
                .flatMap(catalog -> new Candidates(catalog, typed, passing(catalog, criteria), enough)
                        .find().stream().filter(candidate -> !state.isOutdated(catalog, candidate.entry())));
    }

    private Stream<Entry> entries(CityIndex.State state, Criteria criteria) {
        return state.catalogs().stream()
                .flatMap(catalog -> IntStream.range(0, catalog.size())
                        .filter(passing(catalog, criteria))
                        .mapToObj(catalog::entry)
                        .filter(entry -> !state.isOutdated(catalog, entry)));
    }

    private IntPredicate passing(Catalog catalog, Criteria criteria) {
        if (criteria.equals(Criteria.NONE)) return Catalog.ALL;
        return city -> criteria.areMetBy(catalog.entry(city).city(), countries);
    }
}
