package org.sistercities.city.seeking;

import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.CitySummary;

/**
 * What a reader of the board looks for; what is null is left open.
 *
 * @param country and {@code region}, {@code minPopulation}, {@code maxPopulation}: of the city that seeks
 * @param wantedCountry and {@code wantedRegion}: named among its wishes
 * @param language and {@code theme}: named in its listing
 * @param suits id of a city that fulfils its wishes
 */
record BoardFilter(
        @Nullable String country,
        @Nullable WorldRegion region,
        @Nullable Long minPopulation,
        @Nullable Long maxPopulation,
        @Nullable String wantedCountry,
        @Nullable WorldRegion wantedRegion,
        @Nullable String language,
        @Nullable Theme theme,
        @Nullable String suits) {

    boolean takes(Wanted wanted) {
        return (wantedCountry == null || wanted.countries().contains(wantedCountry))
                && (wantedRegion == null || wanted.regions().contains(wantedRegion))
                && (language == null || wanted.languages().contains(language))
                && (theme == null || wanted.themes().contains(theme));
    }

    boolean takes(CitySummary city, @Nullable WorldRegion lies) {
        return (country == null || country.equals(city.countryCode()))
                && (region == null || region == lies)
                && takes(city.population());
    }

    private boolean takes(@Nullable Long population) {
        if (minPopulation == null && maxPopulation == null) return true;
        if (population == null) return false;
        return (minPopulation == null || minPopulation <= population)
                && (maxPopulation == null || population <= maxPopulation);
    }
}
