package org.sistercities.city.seeking;

import java.time.Instant;
import java.util.function.Function;
import org.sistercities.contracts.CityDomainEvent.Party;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.stereotype.Component;

/** The stored listings by city; whatever is stored here shows in this replica's memory at once. */
@Component
class Listings {
    private final AggregateStore<SeekingListing> store;
    private final Seeking seeking;

    Listings(AggregateStore<SeekingListing> store, Seeking seeking) {
        this.store = store;
        this.seeking = seeking;
    }

    /** Posts the city's first listing, or its next one when the last has ended. */
    SeekingListing post(Party city, Posting posting, Instant now) {
        var id = SeekingListing.id(city.cityId());
        store.createOnce(id, () -> SeekingListing.first(city, posting, now));
        return seeking.saw(store.change(id, listing -> listing.again(posting, now)))
                .state();
    }

    /**
     * The city's listing, open or not.
     *
     * @throws Refused.NotSeeking when it never had one
     */
    SeekingListing get(String cityId) {
        return store.find(SeekingListing.id(cityId))
                .map(Stored::state)
                .orElseThrow(() -> new Refused.NotSeeking(cityId));
    }

    SeekingListing change(String cityId, Function<SeekingListing, Change<SeekingListing>> decision) {
        get(cityId);
        return seeking.saw(store.change(SeekingListing.id(cityId), decision)).state();
    }
}
