package org.sistercities.city.search;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.partnership.Status;
import org.sistercities.city.registry.City.Coordinates;
import org.sistercities.city.search.CitySearch.Wanted;

/**
 * The parameters of a search; all may be left out.
 *
 * @param q whatever was typed so far, never an error
 * @param country ISO 3166-1 alpha-2 code, such as US
 * @param continent English name, such as Europe
 * @param kind keeps a partnership of this kind
 * @param status has a partnership in this state; with {@code kind}, the same one
 * @param seeking true: is looking for a further sister
 * @param member true: is a member of the network in good standing
 * @param lat with {@code lon}: where those should be who come first, WGS 84 degrees
 * @param withinKm only cities so near to {@code lat} and {@code lon}
 * @param bbox only cities in a box: west, south, east, north in degrees
 */
record SearchRequest(
        @Nullable String q,
        @Nullable String country,
        @Nullable String continent,
        @Nullable Kind kind,
        @Nullable Status status,
        @Nullable Boolean seeking,
        @Nullable Boolean member,
        @DecimalMin("-90") @DecimalMax("90") @Nullable Double lat,
        @DecimalMin("-180") @DecimalMax("180") @Nullable Double lon,
        @Positive @DecimalMax("20100") @Nullable Double withinKm,
        @Nullable BoundingBox bbox) {

    @AssertTrue(message = "lat and lon go together, and withinKm needs both")
    public boolean isPositionComplete() {
        return (lat == null) == (lon == null) && (withinKm == null || lat != null);
    }

    /** @param ids when only these may pass */
    Wanted wanted(Optional<Set<String>> ids) {
        return new Wanted(Typed.of(q == null ? "" : q), criteria(ids), near());
    }

    private Optional<Coordinates> near() {
        return lat == null || lon == null ? Optional.empty() : Optional.of(new Coordinates(lat, lon));
    }

    private Criteria criteria(Optional<Set<String>> ids) {
        return new Criteria(
                Optional.ofNullable(country).map(code -> code.toUpperCase(Locale.ROOT)),
                Optional.ofNullable(continent),
                near().flatMap(here -> Optional.ofNullable(withinKm).map(most -> new Criteria.Circle(here, most))),
                Optional.ofNullable(bbox).map(BoundingBox::box),
                ids);
    }
}
