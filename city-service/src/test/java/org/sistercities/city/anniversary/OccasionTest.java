package org.sistercities.city.anniversary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercities.city.partnership.Summaries;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OccasionTest {

    @ParameterizedTest
    @CsvSource({
        "1967-06-12, 2027-06-01, 2027-06-30, 2027-06-12, 60",
        "2016-02-29, 2017-02-28, 2017-02-28, 2017-02-28, 1",
        "2012-02-29, 2022-02-20, 2022-03-05, 2022-02-28, 10",
        "2016-02-29, 2116-02-01, 2116-03-01, 2116-02-29, 100",
        "2001-12-31, 2026-12-30, 2027-01-02, 2026-12-31, 25",
        "1967, 2027-06-01, 2027-06-30, 2027, 60",
        "1967, 2026-12-31, 2027-01-01, 2027, 60",
        "1967-06, 2027-06-30, 2027-07-01, 2027-06, 60",
        "0836, 2036-01-01, 2036-01-01, 2036, 1200",
    })
    void it_comes_as_exactly_as_the_beginning_is_known(
            String since, LocalDate from, LocalDate to, String on, int years) {
        assertThat(occasions(since, from, to)).singleElement().satisfies(occasion -> {
            assertThat(occasion.on()).isEqualTo(on);
            assertThat(occasion.years()).isEqualTo(years);
            assertThat(occasion.isCelebrated()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1967-06-12, 2027-06-13, 2027-12-31",
        "1967-06-12, 2027-01-01, 2027-06-11",
        "1967-06, 2027-07-01, 2027-07-31",
        "1967-06-12, 2026-01-01, 2026-12-31", // 59 years
        "2027-06-12, 2027-01-01, 2027-12-31", // no birthday on the day of birth
    })
    void other_days_are_none(String since, LocalDate from, LocalDate to) {
        assertThat(occasions(since, from, to)).isEmpty();
    }

    @Test
    void a_partnership_of_unknown_beginning_has_none() {
        assertThat(occasions(null, LocalDate.EPOCH, LocalDate.EPOCH.plusYears(1)))
                .isEmpty();
    }

    @Test
    void a_year_s_end_belongs_to_two_years() {
        assertThat(occasions("1966", LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1)))
                .extracting(Occasion::on)
                .containsExactly("2026");
    }

    @Test
    void these_are_celebrated_and_these_reviewed() {
        assertThat(IntStream.rangeClosed(1, 200).filter(Occasion::isCelebrated))
                .containsExactly(1, 5, 10, 25, 50, 60, 75, 100, 125, 150, 175, 200);
        assertThat(IntStream.rangeClosed(1, 20).filter(Occasion::isReviewed)).containsExactly(5, 10, 15, 20);
    }

    private static List<Occasion> occasions(String since, LocalDate from, LocalDate to) {
        return Occasion.between(from, to, Summaries.standingSince(since)).toList();
    }
}
