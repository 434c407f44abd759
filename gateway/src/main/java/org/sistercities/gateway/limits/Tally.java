package org.sistercities.gateway.limits;

import org.sistercities.gateway.limits.Meter.Verdict;
import reactor.core.publisher.Mono;

/** Counts one request of a client, if it is allowed: for this replica, or for all of them. */
@FunctionalInterface
interface Tally {
    Mono<Verdict> count(Kind kind, String client);
}
