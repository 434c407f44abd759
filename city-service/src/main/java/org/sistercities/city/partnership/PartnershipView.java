package org.sistercities.city.partnership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.CityDomainEvent.Party;

/** A partnership over HTTP. */
record PartnershipView(
        String id,
        Kind kind,
        Status status,
        List<Party> parties,
        @Nullable String since,
        @Nullable Agreement agreement,
        List<Signature> signatures,
        List<Step> history) {

    static PartnershipView of(Partnership partnership) {
        var since = partnership.since();
        return new PartnershipView(
                partnership.id(),
                partnership.kind(),
                partnership.status(),
                partnership.parties(),
                since == null ? null : since.iso(),
                partnership.agreement(),
                partnership.signatures(),
                partnership.history());
    }
}
