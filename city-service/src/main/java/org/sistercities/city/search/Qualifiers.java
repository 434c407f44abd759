package org.sistercities.city.search;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.City.Region;
import org.sistercities.city.registry.Countries;
import org.sistercities.city.registry.Folding;

/** What people add to a city's name to say which one: "springfield il", "cambridge uk", "wien österreich", "portland oregon". */
final class Qualifiers {
    /** The languages in which countries are known, beside English and their own ones. */
    private static final List<Locale> LANGUAGES = Stream.of(
                    "de fr es it pt nl sv pl tr el ru uk ar he hi zh ja ko".split(" "))
            .map(Locale::of)
            .toList();

    /** Shorter words of such names are articles and the like. */
    private static final int LETTERS_OF_A_NAME = 4;

    private static final Map<String, List<String>> ALSO_CALLED = Map.ofEntries(
            Map.entry("US", List.of("USA", "America")),
            Map.entry("GB", List.of("UK", "Great Britain")),
            Map.entry("AE", List.of("UAE")),
            Map.entry("CZ", List.of("Czechia", "Czech Republic")),
            Map.entry("NL", List.of("Holland")),
            Map.entry("TR", List.of("Turkey")),
            Map.entry("CI", List.of("Ivory Coast")),
            Map.entry("CD", List.of("DRC", "Zaire")),
            Map.entry("CV", List.of("Cape Verde")),
            Map.entry("CN", List.of("PRC")),
            Map.entry("IE", List.of("Eire")),
            Map.entry("LK", List.of("Ceylon")),
            Map.entry("MM", List.of("Burma")),
            Map.entry("RU", List.of("Russian Federation")),
            Map.entry("SZ", List.of("Swaziland")),
            Map.entry("TL", List.of("East Timor")));

    private final Countries countries;
    private final Map<Place, Set<String>> known = new ConcurrentHashMap<>();

    private record Place(String country, @Nullable Region region) {}

    Qualifiers(Countries countries) {
        this.countries = countries;
    }

    /** Folded words; one and the same set for all cities of a region. */
    Set<String> of(City city) {
        return known.computeIfAbsent(new Place(city.countryCode(), city.region()), this::of);
    }

    private Set<String> of(Place place) {
        var code = place.country;
        var names = new ArrayList<String>(List.of(code));
        countries.find(code).ifPresent(country -> names.addAll(List.of(country.name(), country.nativeName())));
        names.addAll(ALSO_CALLED.getOrDefault(code, List.of()));
        var region = place.region;
        if (region != null) {
            names.add(region.name());
            names.addAll(RegionCodes.of(code, region));
        }
        var foreign = LANGUAGES.stream()
                .map(Locale.of("", code)::getDisplayCountry)
                .flatMap(Qualifiers::words)
                .filter(word -> word.length() >= LETTERS_OF_A_NAME || !Typed.isLatin(word));
        return Stream.concat(names.stream().flatMap(Qualifiers::words), foreign).collect(toUnmodifiableSet());
    }

    private static Stream<String> words(String name) {
        return Folding.spellings(name).stream().flatMap(spelling -> Typed.words(spelling).stream());
    }
}
