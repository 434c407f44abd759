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
}
