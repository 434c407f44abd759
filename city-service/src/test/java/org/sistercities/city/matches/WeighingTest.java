package org.sistercities.city.matches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.matches.Facts.Wish;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.seeking.Theme;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WeighingTest {
    private static final CitySummary SEATTLE = city("Seattle", "US", "United States", 47.6, -122.3, 737_000L);
    private static final CitySummary BERGEN = city("Bergen", "NO", "Norway", 60.4, 5.3, 214_000L);
    private static final CitySummary CONCORD = city("Concord", "US", "United States", 35.4, -80.6, 87_000L);
    private static final CitySummary VILLAGE = city("Weiler", "DE", "Germany", 48, 9, 300L);

    @Test
    void every_reason_can_be_read() {
        var suggestion = Weighing.of(new Facts(
                        SEATTLE,
                        BERGEN,
                        false,
                        List.of("no", "en"),
                        List.of(Theme.ARTS_AND_CULTURE),
                        List.of("Kobe", "Nantes"),
                        9,
                        12,
                        Wish.FITS,
                        Wish.FITS))
                .suggestion(Wording.ENGLISH);

        assertThat(suggestion.possible()).isTrue();
        assertThat(suggestion.against()).isEmpty();
        assertThat(suggestion.reasons())
                .containsExactly(
                        "Bergen seeks a sister, and Seattle is what it wishes.",
                        "Bergen is what Seattle seeks.",
                        "Both are sisters of Kobe and Nantes.",
                        "12 partnerships join United States and Norway.",
                        "Bergen keeps 9 partnerships.",
                        "Norwegian and English are spoken in both.",
                        "Both wish for arts and culture.");
    }

    @Test
    void every_reason_can_be_read_in_german_too() {
        var all = new Facts(
                SEATTLE,
                BERGEN,
                true,
                List.of("no", "en"),
                List.of(Theme.ARTS_AND_CULTURE, Theme.YOUTH_AND_EDUCATION),
                List.of("A", "B", "C", "D", "E"),
                1,
                1,
                Wish.FITS,
                Wish.FITS);
        assertThat(Weighing.of(all).suggestion(Wording.GERMAN).reasons())
                .containsExactly(
                        "Bergen sucht eine Schwester, und Seattle ist, was es sich wünscht.",
                        "Bergen ist, was Seattle sucht.",
                        "Beide sind Schwestern von A, B, C, D und 1 weiteren.",
                        "Eine Partnerschaft verbindet Vereinigte Staaten und Norwegen.",
                        "Bergen pflegt eine Partnerschaft.",
                        "Norwegisch und Englisch spricht man in beiden Ländern.",
                        "Beide wünschen sich Kunst und Kultur und Jugend und Bildung.");
        assertThat(Weighing.of(all).suggestion(Wording.GERMAN).against()).containsExactly("Sie sind schon Partner.");
        assertThat(Weighing.of(facts(SEATTLE, VILLAGE, false, Wish.NONE))
                        .suggestion(Wording.GERMAN)
                        .against())
                .containsExactly("Eine ist 2457-mal so groß wie die andere.");
    }

    @Test
    void the_language_is_the_one_the_reader_likes_best_of_those_there_are() {
        assertThat(Wording.of("fr, de-AT;q=0.8, en;q=0.5")).isEqualTo(Wording.GERMAN);
        assertThat(Wording.of("en-GB, de")).isEqualTo(Wording.ENGLISH);
        for (var other : new String[] {null, "", "fr", "*", "nonsense;;q=x"})
            assertThat(Wording.of(other)).as(other).isEqualTo(Wording.ENGLISH);
    }

    @Test
    void partners_and_neighbours_in_one_country_are_told_why_not() {
        var partners = Weighing.of(facts(SEATTLE, BERGEN, true, Wish.NONE)).suggestion(Wording.ENGLISH);
        var neighbours = Weighing.of(facts(SEATTLE, CONCORD, false, Wish.NONE)).suggestion(Wording.ENGLISH);

        assertThat(partners.possible()).isFalse();
        assertThat(partners.against()).first().isEqualTo("They are partners already.");
        assertThat(neighbours.possible()).isFalse();
        assertThat(neighbours.against()).first().asString().startsWith("Both are in United States");
    }

    @Test
    void a_wish_weighs_more_than_anything_else_that_one_has() {
        var wished = Weighing.of(facts(SEATTLE, BERGEN, false, Wish.FITS)).suggestion(Wording.ENGLISH);
        var unwished =
                Weighing.of(facts(SEATTLE, BERGEN, false, Wish.DOES_NOT_FIT)).suggestion(Wording.ENGLISH);
        var open = Weighing.of(facts(SEATTLE, BERGEN, false, Wish.NONE)).suggestion(Wording.ENGLISH);

        assertThat(wished.score()).isGreaterThan(open.score() + 1);
        assertThat(unwished.score()).isLessThan(open.score());
        assertThat(unwished.against()).contains("Bergen seeks another kind of sister.");
    }

    @Test
    void a_city_and_a_village_are_no_match() {
        var suggestion = Weighing.of(facts(SEATTLE, VILLAGE, false, Wish.NONE)).suggestion(Wording.ENGLISH);

        assertThat(suggestion.against()).containsExactly("One is 2457 times as large as the other.");
        assertThat(suggestion.score()).isNegative();
    }

    @Test
    void opposite_sides_of_the_globe_count_against_a_pair_wherever_the_two_lie() {
        for (double here = -85; here <= 85; here += 8.5)
            for (double there = -85; there <= 85; there += 8.5)
                for (double east = 0; east < 360; east += 7.5) {
                    var one = city("One", "AA", "A", here, 0, 1_000L);
                    var other = city("Other", "BB", "B", there, east > 180 ? east - 360 : east, 1_000L);
                    assertThat(facts(one, other, false, Wish.NONE).isFartherThan(15_000))
                            .as("%s %s", one.coordinates(), other.coordinates())
                            .isEqualTo(one.coordinates().kilometresTo(other.coordinates()) > 15_000);
                }
        var wellington = city("Wellington", "NZ", "New Zealand", -41.3, 174.8, 737_000L);
        var madrid = city("Madrid", "ES", "Spain", 40.4, -3.7, 737_000L);
        assertThat(Weighing.of(facts(madrid, wellington, false, Wish.NONE))
                        .suggestion(Wording.ENGLISH)
                        .against())
                .containsExactly("They lie on opposite sides of the globe.");
    }

    private static Facts facts(CitySummary city, CitySummary other, boolean partners, Wish wishOfOther) {
        return new Facts(city, other, partners, List.of(), List.of(), List.of(), 0, 0, Wish.NONE, wishOfOther);
    }

    private static CitySummary city(
            String name, String code, String country, double latitude, double longitude, long population) {
        return new CitySummary(
                name,
                null,
                name,
                name,
                null,
                code,
                country,
                latitude,
                longitude,
                population,
                "Etc/UTC",
                false,
                null,
                null);
    }
}
