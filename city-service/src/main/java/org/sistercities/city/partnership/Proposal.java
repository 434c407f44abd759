package org.sistercities.city.partnership;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.policy.Warning;
import org.sistercities.contracts.CityDomainEvent.Party;

/**
 * What one side asks the others.
 *
 * @param parties sorted by city id
 * @param until the last day of a project's term, if it has one
 * @param warnings of the local policies of the cities
 */
public record Proposal(
        Kind kind, List<Party> parties, @Nullable LocalDate until, List<Warning> warnings) {

    public Proposal {
        if (until != null && kind != Kind.PROJECT) throw new Refused.NoFixedTerm();
        parties = checked(parties);
    }

    static Proposal of(Kind kind, List<Party> parties) {
        return new Proposal(kind, parties, null, List.of());
    }

    static List<Party> checked(List<Party> parties) {
        var seen = new HashSet<String>();
        for (var party : parties) if (!seen.add(party.cityId())) throw new Refused.SameCityTwice(party.cityId());
        if (parties.size() < 2) throw new Refused.TooFewParties();
        return parties.stream().sorted(Comparator.comparing(Party::cityId)).toList();
    }
}
