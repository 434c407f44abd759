package org.sistercities.city.partnership;

import org.sistercities.contracts.CityDomainEvent;
import org.sistercities.contracts.CityDomainEvent.PartnershipAgreed;
import org.sistercities.contracts.CityDomainEvent.PartnershipEnded;
import org.sistercities.contracts.CityDomainEvent.PartnershipPartlySigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipProgressed;
import org.sistercities.contracts.CityDomainEvent.PartnershipProposed;
import org.sistercities.contracts.CityDomainEvent.PartnershipRecorded;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipStandingChanged;

/** The one event that tells the world of a step. */
final class Announced {

    private Announced() {}

    static CityDomainEvent of(Step step, Partnership after) {
        var id = after.id();
        var kind = after.kind().name();
        var status = after.status().name();
        var parties = after.parties();
        return switch (step.what()) {
            case PROPOSED -> new PartnershipProposed(id, kind, parties, step.at());
            case RECORDED -> recorded(step, after);
            case AGREED -> agreed(step, after);
            case SIGNED -> signed(step, after);
            case EXPLORED, RESOLVED, OVERRIDDEN, SESSION_OPENED, UPGRADE_DROPPED ->
                new PartnershipProgressed(id, kind, parties, step.what().name(), status, step.cityId(), step.at());
            case DEACTIVATED, SUSPENDED, REACTIVATED, EXPIRED, RENEWED ->
                new PartnershipStandingChanged(id, kind, parties, status, step.at());
            case WITHDRAWN, REJECTED, HONOURED, TERMINATED ->
                new PartnershipEnded(id, kind, parties, status, step.at());
        };
    }

    private static CityDomainEvent recorded(Step step, Partnership after) {
        var since = after.since();
        var iso = since == null ? null : since.iso();
        return new PartnershipRecorded(after.id(), after.kind().name(), after.parties(), iso, step.at());
    }

    private static CityDomainEvent agreed(Step step, Partnership after) {
        var deed = after.papers().deeds().getLast();
        var kind = Partnership.kindOf(deed).name();
        return new PartnershipAgreed(
                after.id(), kind, after.parties(), deed.agreement().textHash(), step.at());
    }

    private static CityDomainEvent signed(Step step, Partnership after) {
        var deed = after.papers().deeds().getLast();
        var kind = Partnership.kindOf(deed).name();
        if (!deed.isSigned()) {
            var by = deed.signatures().getLast().cityId();
            return new PartnershipPartlySigned(after.id(), kind, after.parties(), by, step.at());
        }
        var hash = deed.agreement().textHash();
        return new PartnershipSigned(after.id(), kind, after.parties(), hash, deed.signedOn(), step.at());
    }
}
