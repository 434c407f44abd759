package org.sistercities.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VisitorTest {
    private static final OffsetDateTime EVENING = OffsetDateTime.parse("2027-05-20T17:30:00-04:00");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de-AT,de;q=0.9,en;q=0.8 | de-AT
                    en-US                   | en-US
                    en                      | en-001
                    fr-FR,fr;q=0.9          | en-001
                    fr,de;q=0.5,en;q=0.4    | de
                    *                       | en-001
                    ;;;                     | en-001
                    """)
    void the_page_is_in_a_language_the_site_is_written_in(String accepted, String tag) {
        assertThat(visitor(accepted).locale().toLanguageTag()).isEqualTo(tag);
    }

    @Test
    void dates_are_as_exact_as_they_are_known() {
        assertThat(visitor("en-US").date("1967")).isEqualTo("1967");
        assertThat(visitor("en-US").date("1967-05")).isEqualTo("May 1967");
        assertThat(visitor("en-US").date("2014-10-03")).isEqualTo("October 3, 2014");
        assertThat(visitor("en-GB").date("2014-10-03")).isEqualTo("3 October 2014");
        assertThat(visitor("de").date("2014-10-03")).isEqualTo("3. Oktober 2014");
    }

    @Test
    void times_are_those_of_the_clock_in_the_hall() {
        assertThat(visitor("en-US").time(EVENING)).isEqualTo("5:30\u202fPM");
        assertThat(visitor("de").time(EVENING)).isEqualTo("17:30");
        assertThat(visitor("en-US").zone(EVENING, "America/New_York")).isEqualTo("Eastern Daylight Time");
    }

    @Test
    void money_and_numbers_are_written_as_there() {
        assertThat(visitor("en-US").money("250.00", "USD")).isEqualTo("$250");
        assertThat(visitor("de").money("250.50", "EUR")).isEqualTo("250,50\u00a0€");
        assertThat(visitor("de").number(37547)).isEqualTo("37.547");
    }

    @Test
    void names_make_a_sentence() {
        assertThat(visitor("en-US").list(List.of("Lockport", "Asiago"))).isEqualTo("Lockport and Asiago");
        assertThat(visitor("de").country("NO")).isEqualTo("Norwegen");
    }

    private static Visitor visitor(String accepted) {
        return Visitor.of(accepted, "/");
    }
}
