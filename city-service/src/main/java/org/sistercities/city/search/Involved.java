package org.sistercities.city.search;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.Status;
import org.sistercities.city.seeking.Seeking;
import org.springframework.stereotype.Component;

/** The cities a request asks for by what they do: who has partnerships of some kind, who seeks. */
@Component
class Involved {
    private final Network network;
    private final Seeking seeking;

    Involved(Network network, Seeking seeking) {
        this.network = network;
        this.seeking = seeking;
    }

    /** Their ids; empty when the request asks for nothing of this. */
    Optional<Set<String>> ids(SearchRequest request) {
        boolean onlySeeking = Boolean.TRUE.equals(request.seeking());
        if (request.kind() == null && request.status() == null)
            return onlySeeking ? Optional.of(seeking.cityIds()) : Optional.empty();
        var partnered = partnered(request.kind(), request.status());
        if (onlySeeking) partnered.retainAll(seeking.cityIds());
        return Optional.of(partnered);
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
