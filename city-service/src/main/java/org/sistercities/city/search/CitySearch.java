package org.sistercities.city.search;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.registry.City.Coordinates;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.registry.Countries;
import org.sistercities.city.search.Candidates.Part;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.springframework.stereotype.Component;

/**
 * Finds cities by what was typed. {@link Candidates} come by the ways to match, the best way first; the first {@value #WINDOW}
 * of them are put in order here by how they match, how important they are and how near.
 */
@Component
class CitySearch {
    private static final int WINDOW = Lexicon.BEST;
    private static final double NEARBY_KILOMETRES = 300;
    private static final Comparator<Hit> BEST_FIRST = comparingDouble(Hit::score)
            .reversed()
            .thenComparing(hit -> hit.city().id());

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
                ? parts(state, criteria).stream().flatMap(Part::entries)
                : candidates(typed, criteria, state, Integer.MAX_VALUE).map(Candidate::entry);
        return all.map(Entry::city).toList();
    }

    private List<Hit> listed(Wanted wanted, CityIndex.State state, int count) {
        var parts = parts(state, wanted.criteria());
        var first = wanted.near().map(here -> nearest(here, parts, count)).orElseGet(() -> mostImportant(parts, count));
        return first.map(entry -> hit(new Candidate(entry, Tier.START_PRIMARY), wanted))
                .toList();
    }

    private static Stream<Entry> nearest(Coordinates here, List<Part> parts, int count) {
        record Distant(Entry entry, double kilometres) {}
        return parts.stream()
                .flatMap(Part::entries)
                .map(entry -> new Distant(entry, here.kilometresTo(entry.city().coordinates())))
                .sorted(comparingDouble(Distant::kilometres))
                .limit(count)
                .map(Distant::entry);
    }

    private static Stream<Entry> mostImportant(List<Part> parts, int count) {
        return parts.stream()
                .flatMap(part -> part.entries().limit(count))
                .sorted(Entry.MOST_IMPORTANT_FIRST)
                .limit(count);
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
        best.sort(BEST_FIRST);
        if (best.size() >= WINDOW && count > best.size()) {
            var rest = new ArrayList<>(best);
            addNew(candidates(typed, wanted.criteria(), state, Integer.MAX_VALUE), wanted, rest);
            rest.subList(best.size(), rest.size()).sort(BEST_FIRST);
            return rest;
        }
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
        return Candidates.of(typed, parts(state, criteria), enough).stream();
    }

    private List<Part> parts(CityIndex.State state, Criteria criteria) {
        if (criteria.equals(Criteria.NONE)) return state.parts();
        return state.parts().stream()
                .map(part -> part.meeting(criteria, countries))
                .toList();
    }
}
