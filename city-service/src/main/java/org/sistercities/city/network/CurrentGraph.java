package org.sistercities.city.network;

import java.util.List;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.PartnershipSummary;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The graph of the standing partnerships this replica knows of. It is made anew beside the requests, at most once a second, so
 * that a change shows within seconds and no request waits for it, not even during a large import.
 */
@Component
class CurrentGraph {
    private final Network network;
    private volatile Snapshot newest = new Snapshot(Graph.of(List.of()), -1);

    CurrentGraph(Network network) {
        this.network = network;
    }

    private record Snapshot(Graph graph, long changes) {}

    /** The graph, about a second old; the same one as long as nothing has changed. */
    Graph get() {
        return newest.graph();
    }

    @Scheduled(fixedDelayString = "${sistercities.network.graph-every:1s}")
    synchronized void renew() {
        long changes = network.changes(); // first: what comes while the graph is made will be in the next one for sure
        if (changes == newest.changes()) return;
        var standing = network.all().stream()
                .filter(partnership -> partnership.status().isStanding())
                .map(PartnershipSummary::cityIds)
                .toList();
        newest = new Snapshot(Graph.of(standing), changes);
    }
}
