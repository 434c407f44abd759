package org.sistercities.content.names;

import java.time.Instant;
import java.util.List;
import org.sistercities.contracts.CityDomainEvent;
import org.sistercities.contracts.CityDomainEvent.CityRegistered;
import org.sistercities.contracts.CityDomainEvent.CityRevised;
import org.sistercities.contracts.CityDomainEvent.MutualInterestFound;
import org.sistercities.contracts.CityDomainEvent.PartnershipAgreed;
import org.sistercities.contracts.CityDomainEvent.PartnershipAnniversary;
import org.sistercities.contracts.CityDomainEvent.PartnershipEnded;
import org.sistercities.contracts.CityDomainEvent.PartnershipPartlySigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipProgressed;
import org.sistercities.contracts.CityDomainEvent.PartnershipProposed;
import org.sistercities.contracts.CityDomainEvent.PartnershipRecorded;
import org.sistercities.contracts.CityDomainEvent.PartnershipReviewDue;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;
import org.sistercities.contracts.CityDomainEvent.PartnershipStandingChanged;
import org.sistercities.contracts.CityDomainEvent.Party;
import org.sistercities.contracts.CityDomainEvent.SeekingPosted;
import org.sistercities.contracts.CityDomainEvent.SeekingWithdrawn;
import org.springframework.stereotype.Component;

/** Notes what city-service calls its cities, whatever it tells of them. */
@Component
public class NameNews {
    private final CityNames names;

    NameNews(CityNames names) {
        this.names = names;
    }

    /** Of what was told more than once or late the newest counts. */
    public void hear(CityDomainEvent event) {
        switch (event) {
            case CityRegistered e -> names.told(e.cityId(), e.name(), e.at());
            case CityRevised e -> names.told(e.cityId(), e.name(), e.at());
            case PartnershipProposed e -> parties(e.parties(), e.at());
            case PartnershipAgreed e -> parties(e.parties(), e.at());
            case PartnershipPartlySigned e -> parties(e.parties(), e.at());
            case PartnershipSigned e -> parties(e.parties(), e.at());
            case PartnershipRecorded e -> parties(e.parties(), e.at());
            case PartnershipProgressed e -> parties(e.parties(), e.at());
            case PartnershipStandingChanged e -> parties(e.parties(), e.at());
            case PartnershipEnded e -> parties(e.parties(), e.at());
            case PartnershipAnniversary e -> parties(e.parties(), e.at());
            case PartnershipReviewDue e -> parties(e.parties(), e.at());
            case SeekingPosted e -> parties(List.of(e.city()), e.at());
            case SeekingWithdrawn _, MutualInterestFound _ -> {} // name no names
        }
    }

    private void parties(List<Party> parties, Instant at) {
        parties.forEach(party -> names.told(party.cityId(), party.name(), at));
    }
}
