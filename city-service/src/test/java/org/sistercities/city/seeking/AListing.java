package org.sistercities.city.seeking;

import java.time.Instant;
import java.util.List;
import org.sistercities.contracts.CityDomainEvent.Party;

/** Builds listings for specifications: Concord, NC, seeks a further sister. */
final class AListing {
    static final Instant NOON = Instant.parse("2028-02-29T12:00:00Z");
    static final Instant A_YEAR_LATER = Instant.parse("2029-02-28T12:00:00Z");
    static final Party CONCORD = new Party("concord", "Concord", "US");
    static final Party KILLARNEY = new Party("killarney", "Killarney", "IE");
    static final Contact CLERK = new Contact("Kim Deason", "City clerk", "clerk@concord.example", "+1 704 555 0100");
    static final Contact SECRETARY = new Contact("Maura O'Shea", null, "sisters@killarney.example", null);

    private AListing() {}

    static Posting posting(String text) {
        var wanted = new Wanted(
                List.of(WorldRegion.EUROPE),
                List.of("JP"),
                List.of("en"),
                List.of(Theme.YOUTH_AND_EDUCATION),
                null,
                null);
        return new Posting(wanted, text, CLERK);
    }

    static SeekingListing aListing() {
        return SeekingListing.first(CONCORD, posting("We race cars."), NOON).state();
    }

    static SeekingListing ofInterestTo(Party city) {
        return aListing().declareInterest(city, SECRETARY, NOON).state();
    }
}
