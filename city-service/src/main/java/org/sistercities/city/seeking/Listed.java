package org.sistercities.city.seeking;

import java.time.Instant;
import java.util.Optional;
import org.sistercities.platform.aggregate.Stored;

/** A listing as every replica holds it in memory and everybody may see it: without contacts, without interests. */
record Listed(String cityId, long revision, int edition, Wanted wanted, String text, Instant postedAt, Instant until) {

    /** Empty when it is withdrawn. */
    static Optional<Listed> of(Stored<SeekingListing> stored) {
        var listing = stored.state();
        var posting = listing.posting();
        if (listing.withdrawn() || posting == null) return Optional.empty();
        return Optional.of(new Listed(
                listing.city().cityId(),
                stored.revision(),
                listing.edition(),
                posting.wanted(),
                posting.text(),
                listing.postedAt(),
                listing.until()));
    }

    boolean isOpen(Instant now) {
        return now.isBefore(until);
    }
}
