package org.sistercities.city.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.Status;
import org.sistercities.city.registry.Cities;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.seeking.Seeking;
import org.springframework.stereotype.Component;

/** The cities a request asks for by what they do: who has partnerships of some kind, who seeks, who is a member. */
@Component
class Involved {
    private final Network network;
    private final Seeking seeking;
    private final Cities cities;
    private final Clock clock;

    Involved(Network network, Seeking seeking, Cities cities, Clock clock) {
        this.cities = cities;
        this.clock = clock;
        this.network = network;
        this.seeking = seeking;
    }

    /** Their ids; empty when the request asks for nothing of this. */
    Optional<Set<String>> ids(SearchRequest request) {
        var asked = new ArrayList<Set<String>>();
        if (Boolean.TRUE.equals(request.member())) asked.add(members());
        if (Boolean.TRUE.equals(request.seeking())) asked.add(seeking.cityIds());
        if (request.kind() != null || request.status() != null) asked.add(partnered(request.kind(), request.status()));
        return asked.stream().reduce((some, others) -> {
            var both = new HashSet<>(some);
            both.retainAll(others);
            return both;
        });
    }

    private Set<String> members() {
        var now = clock.instant();
        return cities.all().stream()
                .filter(city -> city.isMember(now))
                .map(CitySummary::id)
                .collect(Collectors.toSet());
    }

    private Set<String> partnered(@Nullable Kind kind, @Nullable Status status) {
        var ids = new HashSet<String>();
        for (var known : network.all()) {
            if (kind != null && known.kind() != kind) continue;
            if (status == null ? known.status().isStanding() : known.status() == status) ids.addAll(known.cityIds());
        }
        return ids;
    }
}
