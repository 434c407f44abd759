package org.sistercities.city.search;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sistercities.city.registry.City.Region;

/** How people abbreviate states and provinces. GeoNames knows it of some countries only and numbers the regions of others. */
final class RegionCodes {
    private static final Map<String, Map<String, String>> BY_NAME = Map.of(
            "CA",
            table(
                    "Alberta AB, British Columbia BC, Manitoba MB, New Brunswick NB, Newfoundland and Labrador NL, Nova Scotia NS,"
                            + " Northwest Territories NT, Nunavut NU, Ontario ON, Prince Edward Island PEI, Quebec QC, Saskatchewan SK,"
                            + " Yukon YT"),
            "AU",
            table(
                    "New South Wales NSW, Victoria VIC, Queensland QLD, South Australia SA, Western Australia WA, Tasmania TAS,"
                            + " Northern Territory NT, Australian Capital Territory ACT"),
            "BR",
            table(
                    "São Paulo SP, Rio de Janeiro RJ, Minas Gerais MG, Rio Grande do Sul RS, Paraná PR, Santa Catarina SC, Bahia BA,"
                            + " Pernambuco PE, Ceará CE, Goiás GO, Federal District DF, Pará PA, Amazonas AM, Espírito Santo ES"),
            "DE",
            table("North Rhine-Westphalia NRW"),
            "US",
            table("Florida Fla"));

    private RegionCodes() {}

    static List<String> of(String country, Region region) {
        var ofGeoNames = region.code().chars().allMatch(Character::isLetter) // "IL"; others are numbers
                ? Stream.of(region.code())
                : Stream.<String>empty();
        var ofPeople =
                Optional.ofNullable(BY_NAME.getOrDefault(country, Map.of()).get(region.name()));
        return Stream.concat(ofGeoNames, ofPeople.stream()).toList();
    }

    private static Map<String, String> table(String namesAndCodes) {
        return Stream.of(namesAndCodes.split(", "))
                .collect(toUnmodifiableMap(
                        entry -> entry.substring(0, entry.lastIndexOf(' ')),
                        entry -> entry.substring(entry.lastIndexOf(' ') + 1)));
    }
}
