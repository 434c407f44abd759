package org.sistercities.city.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.registry.Cities;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.springframework.stereotype.Component;

/**
 * Finds cities by what was typed. {@link Candidates} come from the index in groups, the best way to match first; the first
 * {@value #WINDOW} of them are put in order here by how they match and how important they are.
 */
@Component
class CitySearch {
    private static final int WINDOW = 100;

    private final CityIndex index;
    private final Cities cities;
    private final Network network;

    CitySearch(CityIndex index, Cities cities, Network network) {
        this.index = index;
        this.cities = cities;
        this.network = network;
    }

    /** One page of the cities that match, best first; all cities, most important first, when nothing was typed. */
    Page<FoundCity> find(Typed typed, Optional<String> country, Offset from, int limit) {
        try {
            var candidates = new Candidates(index.searcher(), country);
            var hits = Page.of(inOrder(typed, candidates, from.items() + limit + 1), from, limit);
            var found = new ArrayList<FoundCity>();
            for (var hit : hits.items()) found.add(FoundCity.of(hit, nameThatMatched(typed, hit, candidates)));
            return new Page<>(found, hits.next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At least the best {@code count}, if there are so many; their order does not depend on {@code count}. */
    private List<Hit> inOrder(Typed typed, Candidates candidates, int count) throws IOException {
        if (typed.blank()) return known(candidates.all(count));
        var best = known(candidates.matching(typed, WINDOW));
        best.sort(Comparator.comparingDouble(Hit::score).reversed());
        if (best.size() >= WINDOW && count > best.size()) {
            var already = best.stream().map(Hit::document).toList();
            known(candidates.matching(typed, count)).stream()
                    .filter(hit -> !already.contains(hit.document()))
                    .forEach(best::add);
        }
        return best;
    }

    private List<Hit> known(List<Candidate> candidates) {
        var hits = new ArrayList<Hit>(candidates.size());
        for (var candidate : candidates) {
            var id = candidate.cityId();
            cities.find(id).ifPresent(city -> hits.add(new Hit(candidate, city, network.countStanding(id))));
        }
        return hits;
    }

    private static Optional<String> nameThatMatched(Typed typed, Hit hit, Candidates candidates) throws IOException {
        if (typed.blank() || NameMatch.isPlain(typed, hit.city().name())) return Optional.empty();
        return NameMatch.best(typed, candidates.namesOf(hit.document()));
    }
}
