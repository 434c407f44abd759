package org.sistercities.city.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.Countries;
import org.sistercities.city.registry.Folding;

/** What people add to a city's name to say which one: "springfield il", "cambridge uk", "portland oregon". */
final class Qualifiers {
    private static final Map<String, List<String>> ALSO_CALLED = Map.of(
            "US", List.of("USA", "America"),
            "GB", List.of("UK", "Great Britain"),
            "AE", List.of("UAE"),
            "CZ", List.of("Czechia", "Czech Republic"),
            "NL", List.of("Holland"),
            "TR", List.of("Turkey"),
            "CI", List.of("Ivory Coast"),
            "CD", List.of("DRC"));

    private Qualifiers() {}

    static Set<String> of(City city, Countries countries) {
        var code = city.countryCode();
        var qualifiers = new ArrayList<String>(List.of(code));
        countries.find(code).ifPresent(country -> qualifiers.addAll(List.of(country.name(), country.nativeName())));
        qualifiers.addAll(ALSO_CALLED.getOrDefault(code, List.of()));
        var region = city.region();
        if (region != null) {
            qualifiers.add(region.name());
            if (region.code().chars().allMatch(Character::isLetter))
                qualifiers.add(region.code()); // "IL"; others are numbers
        }
        return folded(qualifiers);
    }

    private static Set<String> folded(List<String> qualifiers) {
        return qualifiers.stream()
                .flatMap(qualifier -> Folding.spellings(qualifier).stream())
                .flatMap(spelling -> Typed.words(spelling).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
