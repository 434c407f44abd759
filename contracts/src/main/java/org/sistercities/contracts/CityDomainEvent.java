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

    /**
     * A city seeks a further sister, until its listing ends by itself. Told again when the listing changes or is renewed. Contacts
     * are never told.
     */
    @EventType("city.seeking-posted.v1")
    record SeekingPosted(
            String listingId,
            Party city,
            List<String> wantedRegions,
            List<String> wantedCountries,
            List<String> languages,
            List<String> themes,
            Instant until,
            Instant at)
            implements CityDomainEvent {}

    /** A city has taken its listing off the board. One that expires does so silently: {@link SeekingPosted#until} has told. */
    @EventType("city.seeking-withdrawn.v1")
    record SeekingWithdrawn(String listingId, String cityId, Instant at) implements CityDomainEvent {}

    /** A city that seeks accepted another's interest: their representatives now see each other's contacts. */
    @EventType("city.mutual-interest-found.v1")
    record MutualInterestFound(String listingId, String cityId, String interestedCityId, Instant at)
            implements CityDomainEvent {}

    /** The day has begun, in at least one of the cities, on which a standing partnership is so many {@code years} old. */
    @EventType("city.partnership-anniversary.v1")
    record PartnershipAnniversary(
            String anniversaryId,
            String partnershipId,
            String kind,
            List<Party> parties,
            int years,
            LocalDate on,
            LocalDate since,
            Instant at)
            implements CityDomainEvent {}

    /** Both sides of a standing partnership should say whether it is alive; five years have gone since its day was last round. */
    @EventType("city.partnership-review-due.v1")
    record PartnershipReviewDue(
            String reviewId,
            String partnershipId,
            String kind,
            List<Party> parties,
            int years,
            LocalDate on,
            Instant at)
            implements CityDomainEvent {}

    /** The register knows a further city. {@code name} is the one to show, in English where there is an English one. */
    @EventType("city.city-registered.v1")
    record CityRegistered(String cityId, String name, String countryCode, Instant at) implements CityDomainEvent {}

    /** The register knows a city better, or it has changed; {@code formerName} is what was shown before, where that is another. */
    @EventType("city.city-revised.v1")
    record CityRevised(String cityId, String name, @Nullable String formerName, String countryCode, Instant at)
            implements CityDomainEvent {}
}
