package org.sistercities.city.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.sistercities.city.search.ShippedSearch.find;
import static org.sistercities.city.search.ShippedSearch.names;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercities.platform.paging.Offset;

/** Whether a person finds the city meant, over every city that ships. A case to be found within 0 is a known miss. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RelevanceTest {
    @ParameterizedTest(name = "{0} → {1} ({3})")
    @CsvFileSource(resources = "/relevance.csv", delimiter = ';', numLinesToSkip = 1, quoteCharacter = '"')
    void a_person_finds_the_city_meant(String typed, String expected, int within, String why) {
        assumeThat(within).as("no known miss").isPositive();
        assertThat(names(find(typed, 10)).stream().limit(within)).as(why).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "\"",
                "a AND",
                "*",
                "?",
                "~",
                "seattle~",
                "name:x",
                "[a TO",
                "\\",
                "\u0000",
                "\uD83C",
                "\uD83C\uDF09",
                "a\tb\nc",
                "%",
                "'",
                "''''",
                ".",
                "..d.c..",
                "- - -",
                "ﷺ",
                "ä",
                "st",
                "st st st st st st st st st st st st",
                "؜",
                "e\u0301\u0301\u0301\u0301"
            })
    void nothing_that_is_typed_is_an_error(String typed) {
        assertThat(find(typed, 5).items()).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void very_much_text_is_no_error_either() {
        assertThat(find("saint ".repeat(10_000), 5).items()).hasSizeLessThanOrEqualTo(5);
        assertThat(find("x".repeat(100_000), 5).items()).isEmpty();
    }

    @Test
    void every_beginning_of_a_name_finds_it_in_the_end() {
        for (var name : List.of("San Francisco", "Saint-Étienne", "Thiruvananthapuram"))
            for (int length = 9; length <= name.length(); length++)
                assertThat(names(find(name.substring(0, length), 5)))
                        .as(name.substring(0, length))
                        .anyMatch(found -> found.startsWith(name));
    }

    @Test
    void when_nothing_is_typed_the_most_important_cities_come_first() {
        assertThat(names(find("", 10))).contains("Beijing, Beijing, CN", "Mexico City, Mexico City, MX");
    }

    @Test
    void a_country_filters() {
        var inCanada = find("london", inCountry("CA"), new Offset(0), 10);

        assertThat(names(inCanada).getFirst()).isEqualTo("London, Ontario, CA");
        assertThat(inCanada.items()).extracting(FoundCity::countryCode).containsOnly("CA");
        assertThat(find("london", inCountry("no such"), new Offset(0), 10).items())
                .isEmpty();
    }

    @Test
    void the_name_that_matched_is_told_when_it_is_not_the_shown_one() {
        assertThat(find("köln", 1).items()).extracting(FoundCity::matchedName).containsExactly("Köln");
        assertThat(find("seattle", 1).items())
                .extracting(FoundCity::matchedName)
                .containsOnlyNulls();
        assertThat(find("springfield il", 1).items())
                .extracting(FoundCity::matchedName)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "san", "s"})
    void page_after_page_is_the_same_as_all_at_once(String typed) {
        var all = find(typed, 400).items();
        var paged = Stream.of(0, 1, 2, 3, 4, 5, 6, 7)
                .flatMap(page -> find(typed, Criteria.NONE, new Offset(page * 50), 50).items().stream())
                .toList();

        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates();
    }

    @Test
    void the_last_page_has_no_next() {
        assertThat(find("reykjavik", 10).next()).isNull();
        assertThat(find("san", 10).next()).isNotNull();
        assertThat(find("san", Criteria.NONE, new Offset(99_999_999), 10).items())
                .isEmpty();
    }

    private static Criteria inCountry(String code) {
        return new Criteria(Optional.of(code), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
