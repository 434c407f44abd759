package org.sistercities.city.seeking;

import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.sistercities.contracts.CityDomainEvent.SeekingPosted;
import org.sistercities.contracts.CityDomainEvent.SeekingWithdrawn;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.messaging.Delivered;
import org.springframework.stereotype.Component;

/**
 * The board in this replica's memory, loaded at start and kept fresh by the topic's tail. What has expired is passed over
 * whenever somebody looks, so it vanishes at its minute.
 */
@Component
public class Seeking {
    private static final Comparator<Listed> NEWEST_FIRST =
            Comparator.comparing(Listed::postedAt).reversed().thenComparing(Listed::cityId);

    private final AggregateStore<SeekingListing> listings;
    private final Clock clock;
    private final Map<String, Seen> byCity = new ConcurrentHashMap<>();

    Seeking(AggregateStore<SeekingListing> listings, Clock clock) {
        this.listings = listings;
        this.clock = clock;
    }

    /** What was last seen of a city's listing; a withdrawn one is remembered as such, so that older news does not revive it. */
    private record Seen(long revision, Optional<Listed> listed) {}

    /** Whether the city seeks a further sister at this moment. */
    public boolean isSeeking(String cityId) {
        return find(cityId).isPresent();
    }

    /** Every city that seeks a further sister at this moment. */
    public Set<String> cityIds() {
        return open().map(Listed::cityId).collect(Collectors.toSet());
    }

    Optional<Listed> find(String cityId) {
        var seen = byCity.get(cityId);
        return seen == null ? Optional.empty() : seen.listed().filter(listed -> listed.isOpen(clock.instant()));
    }

    /** Every open listing, the newest first. */
    Stream<Listed> open() {
        var now = clock.instant();
        return byCity.values().stream()
                .flatMap(seen -> seen.listed().stream())
                .filter(listed -> listed.isOpen(now))
                .sorted(NEWEST_FIRST);
    }

    /** Takes over what this replica has just stored or read; returns it. */
    Stored<SeekingListing> saw(Stored<SeekingListing> stored) {
        var seen = new Seen(stored.revision(), Listed.of(stored));
        byCity.merge(
                stored.state().city().cityId(),
                seen,
                (known, other) -> other.revision() > known.revision() ? other : known);
        return stored;
    }

    void load() {
        listings.forEach(this::saw);
    }

    /** The topic tells of partnerships, too: those are no news here. */
    void on(Delivered<CityDomainEvent> delivered) {
        switch (delivered.event()) {
            case SeekingPosted _, SeekingWithdrawn _ ->
                listings.find(delivered.aggregateId()).ifPresent(this::saw);
            case PartnershipProposed _,
                    PartnershipAgreed _,
                    PartnershipPartlySigned _,
                    PartnershipSigned _,
                    PartnershipRecorded _,
                    PartnershipProgressed _,
                    PartnershipStandingChanged _,
                    PartnershipEnded _,
                    MutualInterestFound _,
                    PartnershipAnniversary _,
                    PartnershipReviewDue _,
                    CityRegistered _,
                    CityRevised _ -> {}
        }
    }
}
