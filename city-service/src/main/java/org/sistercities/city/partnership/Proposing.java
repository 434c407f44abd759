package org.sistercities.city.partnership;

import static com.mongodb.client.model.Filters.eq;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.sistercities.city.policy.LocalPolicies;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AlreadyExists;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.problem.Rejection;
import org.sistercities.platform.security.Caller;
import org.springframework.stereotype.Component;

/** Proposes a partnership, with what the cities' local policies warn of. */
@Component
class Proposing {
    private final AggregateStore<Partnership> partnerships;
    private final Network network;
    private final Parties parties;
    private final LocalPolicies policies;
    private final Clock clock;

    Proposing(
            AggregateStore<Partnership> partnerships,
            Network network,
            Parties parties,
            LocalPolicies policies,
            Clock clock) {
        this.partnerships = partnerships;
        this.network = network;
        this.parties = parties;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Once for each key.
     *
     * @throws Refused.AlreadyPartners when the cities have a partnership of this kind that has not ended
     */
    Stored<Partnership> propose(IdempotencyKey key, ProposePartnership request, Caller caller) {
        var evidence = Evidence.orNone(request.evidence());
        var act = Representing.act(request.cities(), null, caller, evidence, clock.instant());
        var id = key.idIn("partnerships of " + caller.name());
        var proposal = proposal(request);
        try {
            return partnerships.create(id, key.of(request.toString()), () -> Partnership.propose(id, proposal, act));
        } catch (AlreadyExists e) {
            throw alreadyPartners(request.kind(), request.cities(), e);
        }
    }

    /** Who holds the bond that could not be taken; the failure itself when nobody does any more. */
    Rejection alreadyPartners(Kind kind, Collection<String> cityIds, AlreadyExists otherwise) {
        var bond = Partnership.bond(kind, cityIds);
        return partnerships.list(eq("state." + Partnership.BONDS, bond), null, 1).stream()
                .findFirst()
                .<Rejection>map(holder -> new Refused.AlreadyPartners(holder.id()))
                .orElse(otherwise);
    }

    private Proposal proposal(ProposePartnership request) {
        var known = parties.of(request.cities());
        var cities = request.cities().stream().map(parties::known).toList();
        return new Proposal(request.kind(), known, request.until(), policies.warnings(cities, this::partnersOf));
    }

    private List<CitySummary> partnersOf(CitySummary own) {
        return network.of(own.id()).stream()
                .filter(partnership -> partnership.status().isStanding())
                .flatMap(partnership -> partnership.cityIds().stream())
                .filter(city -> !city.equals(own.id()))
                .map(parties::known)
                .toList();
    }
}
