package org.sistercities.city.search;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.city.search.ShippedSearch.find;
import static org.sistercities.city.search.ShippedSearch.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.registry.CitySummary;

/** How often the city meant is among the first. Prints the shares README.md reports, and holds what has been reached. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HitRateTest {
    private static final long SEED = 1956;
    private static final long LARGE = 300_000;
    private static final int LETTERS_FOR_A_TYPO = 6;

    private record Case(String typed, String expected) {}

    @Test
    void of_the_relevance_cases() {
        var cases = cases();

        assertThat(cases).hasSizeGreaterThan(700);
        assertThat(hits("relevance cases, hit@1", cases, asked -> isFound(asked, 1)))
                .isGreaterThanOrEqualTo(0.96);
        assertThat(hits("relevance cases, hit@3", cases, asked -> isFound(asked, 3)))
                .isGreaterThanOrEqualTo(0.985);
    }

    @Test
    void of_large_cities_by_their_names() {
        assertThat(hits("name, hit@3", largeCities(), city -> isFound(city, city.name(), 3)))
                .isEqualTo(1);
        assertThat(hits("name and country, hit@1", largeCities(), city -> isFound(city, withCountry(city), 1)))
                .isGreaterThanOrEqualTo(0.995); // a few countries have two large cities of a name
        assertThat(hits("name without spaces, hit@3", largeCities(), city -> isFound(city, joined(city), 3)))
                .isGreaterThanOrEqualTo(0.995);
    }

    @Test
    void of_large_cities_with_a_typo() {
        var random = new Random(SEED);
        var cities = largeCities().stream()
                .filter(city -> city.name().length() >= LETTERS_FOR_A_TYPO)
                .toList();
        UnaryOperator<String> misspelt = name -> Typo.in(name, random);

        assertThat(hits("typo, hit@3", cities, city -> isFound(city, misspelt.apply(city.name()), 3)))
                .isGreaterThanOrEqualTo(0.98);
        assertThat(hits("typo and country, hit@3", cities, city -> {
                    return isFound(city, misspelt.apply(city.name()) + " " + city.country(), 3);
                }))
                .isGreaterThanOrEqualTo(0.985);
    }

    private static <T> double hits(String what, Collection<T> cases, Predicate<T> isFound) {
        long found = cases.stream().filter(isFound).count();
        double share = (double) found / cases.size();
        System.out.printf("%s: %.4f of %,d%n", what, share, cases.size());
        return share;
    }

    private static boolean isFound(Case asked, int within) {
        return names(find(asked.typed, within)).contains(asked.expected);
    }

    private static boolean isFound(CitySummary city, String typed, int within) {
        return find(typed, within).items().stream().map(FoundCity::id).anyMatch(city.id()::equals);
    }

    private static String withCountry(CitySummary city) {
        return city.name() + " " + city.country();
    }

    private static String joined(CitySummary city) {
        return city.name().replace(" ", "");
    }

    private static List<CitySummary> largeCities() {
        return ShippedSearch.CITIES.all().stream()
                .filter(city -> requireNonNullElse(city.population(), 0L) >= LARGE)
                .sorted(Comparator.comparing(CitySummary::id)) // the same typo for a city every time
                .toList();
    }

    private static List<Case> cases() {
        try (var lines = Files.lines(Path.of("src/test/resources/relevance.csv"))) {
            return lines.skip(1)
                    .map(line -> line.split(";"))
                    .map(columns -> new Case(columns[0].replace("\"", ""), columns[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
