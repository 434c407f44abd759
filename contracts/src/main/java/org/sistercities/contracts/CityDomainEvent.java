package org.sistercities.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What city-service tells the world, on topic {@value Topics#CITY}; the key is the partnership's id. */
public sealed interface CityDomainEvent extends DomainEvent {

    /** A city that takes part in a partnership, with what a reader needs to name it. */
    record Party(String cityId, String name, String countryCode) {}

    /** Two or more cities consider a partnership. {@code kind} is SISTER, FRIENDSHIP or PROJECT. */
    @EventType("city.partnership-proposed.v1")
    record PartnershipProposed(String partnershipId, String kind, List<Party> parties, Instant at)
            implements CityDomainEvent {}

    /** The text all sides will sign is fixed; {@code textHash} is its SHA-256 in lower-case hexadecimal. */
    @EventType("city.partnership-agreed.v1")
    record PartnershipAgreed(String partnershipId, String kind, List<Party> parties, String textHash, Instant at)
            implements CityDomainEvent {}

    /** The head of one side has signed; others are still missing. */
    @EventType("city.partnership-partly-signed.v1")
    record PartnershipPartlySigned(
            String partnershipId, String kind, List<Party> parties, String signedByCityId, Instant at)
            implements CityDomainEvent {}

    /** The head of every side has signed the same text: the partnership is active. {@code signedOn} is the last signature's date. */
    @EventType("city.partnership-signed.v1")
    record PartnershipSigned(
            String partnershipId, String kind, List<Party> parties, String textHash, LocalDate signedOn, Instant at)
            implements CityDomainEvent {}

    /** A partnership of earlier years was entered from a list. {@code since} is an ISO year, year-month or date, where known. */
    @EventType("city.partnership-recorded.v1")
    record PartnershipRecorded(
            String partnershipId,
            String kind,
            List<Party> parties,
            @Nullable String since,
            Instant at) implements CityDomainEvent {}

    /**
     * One step on the way to being signed that has no event of its own: explored, a side's resolution, a warning overridden, a
     * signing session opened, an upgrade dropped. {@code cityId} is the side that took it, where it was one side.
     */
    @EventType("city.partnership-progressed.v1")
    record PartnershipProgressed(
            String partnershipId,
            String kind,
            List<Party> parties,
            String step,
            String status,
            @Nullable String cityId,
            Instant at)
            implements CityDomainEvent {}

    /** A signed partnership rests, is suspended, expired, renewed or active again; {@code status} is what it is now. */
    @EventType("city.partnership-standing-changed.v1")
    record PartnershipStandingChanged(String partnershipId, String kind, List<Party> parties, String status, Instant at)
            implements CityDomainEvent {}

    /** It is over for good: WITHDRAWN or REJECTED before it was signed, EMERITUS or TERMINATED afterwards. */
    @EventType("city.partnership-ended.v1")
    record PartnershipEnded(String partnershipId, String kind, List<Party> parties, String status, Instant at)
            implements CityDomainEvent {}
}
