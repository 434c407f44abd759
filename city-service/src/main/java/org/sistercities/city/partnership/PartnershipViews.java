package org.sistercities.city.partnership;

import org.sistercities.platform.aggregate.Stored;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with a partnership as it is now, and lets the network of this replica see it. */
@Component
class PartnershipViews {
    private final Network network;
    private final Parties parties;

    PartnershipViews(Network network, Parties parties) {
        this.network = network;
        this.parties = parties;
    }

    /** After a change: 200 with the new entity tag. */
    ResponseEntity<PartnershipView> answer(Stored<Partnership> changed) {
        network.saw(changed);
        return ResponseEntity.ok().eTag(changed.etag()).body(view(changed));
    }

    PartnershipView view(Stored<Partnership> stored) {
        return PartnershipView.of(stored.state(), parties::known);
    }
}
