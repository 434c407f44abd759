package org.sistercities.city.anniversary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sistercities.contracts.CityDomainEvent.PartnershipAnniversary;
import org.sistercities.contracts.CityDomainEvent.PartnershipReviewDue;
import org.sistercities.contracts.CityDomainEvent.Party;
import org.sistercities.platform.aggregate.Change;

/**
 * The mark that an occasion was told. Its id follows from the partnership and the years, so there can be one only, however many
 * replicas try and however often.
 */
record Announced(String partnershipId, int years, LocalDate on, Instant at) {

    static String anniversaryId(Occasion occasion) {
        return occasion.partnership().id() + "/anniversary/" + occasion.years();
    }

    static String reviewId(Occasion occasion) {
        return occasion.partnership().id() + "/review/" + occasion.years();
    }

    static Change<Announced> anniversary(Occasion occasion, List<Party> parties, Instant now) {
        var mark = of(occasion, now);
        return Change.of(
                mark,
                new PartnershipAnniversary(
                        anniversaryId(occasion),
                        mark.partnershipId(),
                        occasion.partnership().kind().name(),
                        parties,
                        mark.years(),
                        mark.on(),
                        occasion.began().orElseThrow(),
                        now));
    }

    static Change<Announced> review(Occasion occasion, List<Party> parties, Instant now) {
        var mark = of(occasion, now);
        return Change.of(
                mark,
                new PartnershipReviewDue(
                        reviewId(occasion),
                        mark.partnershipId(),
                        occasion.partnership().kind().name(),
                        parties,
                        mark.years(),
                        mark.on(),
                        now));
    }

    private static Announced of(Occasion occasion, Instant now) {
        return new Announced(
                occasion.partnership().id(), occasion.years(), occasion.day().orElseThrow(), now);
    }
}
