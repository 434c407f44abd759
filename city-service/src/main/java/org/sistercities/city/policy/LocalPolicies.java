package org.sistercities.city.policy;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.platform.aggregate.AggregateStore;
import org.springframework.stereotype.Component;

/** Asks each city's policy about the others. */
@Component
public class LocalPolicies {
    private final AggregateStore<LocalPolicy> policies;

    LocalPolicies(AggregateStore<LocalPolicy> policies) {
        this.policies = policies;
    }

    /**
     * What the policies of some cities have against a partnership of theirs.
     *
     * @param partnersOf the cities that a city has a standing partnership with
     */
    public List<Warning> warnings(Collection<CitySummary> cities, Function<CitySummary, List<CitySummary>> partnersOf) {
        return cities.stream()
                .flatMap(own -> policies.find(own.id()).stream()
                        .flatMap(policy -> against(cities, own, policy.state(), partnersOf.apply(own))))
                .toList();
    }

    private static Stream<Warning> against(
            Collection<CitySummary> cities, CitySummary own, LocalPolicy policy, List<CitySummary> partners) {
        return cities.stream()
                .filter(other -> !other.id().equals(own.id()))
                .flatMap(other -> policy.against(other, own, partners).stream());
    }
}
