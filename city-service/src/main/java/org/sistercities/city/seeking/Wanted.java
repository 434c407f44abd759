package org.sistercities.city.seeking;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a city wishes of a sister. An empty list or absent bound leaves it open.
 *
 * @param regions and {@code countries} (ISO 3166-1 alpha-2): the sister lies in one of either
 * @param languages BCP 47 tags the city can write and speak in
 * @param minPopulation and {@code maxPopulation}, both included
 */
record Wanted(
        @Size(max = 7) List<@NotNull WorldRegion> regions,

        @Size(max = 60)
        List<@NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters") String> countries,

        @Size(max = 20)
        List<
                        @NotNull @Size(max = 35)
                        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", message = "must be a BCP 47 language tag")
                        String>
                languages,

        @Size(max = 4) List<@NotNull Theme> themes,
        @Nullable @Min(0) Long minPopulation,
        @Nullable @Min(0) Long maxPopulation) {

    Wanted {
        regions = known(regions);
        countries = known(countries);
        languages = known(languages);
        themes = known(themes);
        if (minPopulation != null && maxPopulation != null && minPopulation > maxPopulation)
            throw new Refused.EmptyPopulationBand(minPopulation, maxPopulation);
    }

    /** Whether a place is where the sister may lie. */
    boolean takes(String countryCode, @Nullable WorldRegion region) {
        if (regions.isEmpty() && countries.isEmpty()) return true;
        return countries.contains(countryCode) || (region != null && regions.contains(region));
    }

    /** Whether a city of this size will do; one whose size nobody knows is not shut out. */
    boolean takes(@Nullable Long population) {
        if (population == null) return true;
        return (minPopulation == null || minPopulation <= population)
                && (maxPopulation == null || population <= maxPopulation);
    }

    /** A list left out of a request is an empty one; nulls in it are for the validation to find. */
    private static <T> List<T> known(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(list);
    }
}
