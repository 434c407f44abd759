package org.sistercities.content.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SlugTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Nobody had to travel: Lockport and Asiago, nobody-had-to-travel-lockport-and-asiago
            Saint Paul’s sixty years (1955–2015), saint-pauls-sixty-years-1955-2015
            São Paulo & Zürich, sao-paulo-zurich
            Tromsø, tromsø
            がんばれ 長崎, がんばれ-長崎
            서울과 부산, 서울과-부산
            """)
    void keeps_what_reads_well(String headline, String slug) {
        assertThat(Slug.of(headline)).isEqualTo(slug).matches(Slug.FORM);
    }

    @Test
    void ends_at_a_word() {
        var slug = Slug.of("peace through people ".repeat(10));

        assertThat(slug).hasSizeLessThanOrEqualTo(80).endsWith("-through").matches(Slug.FORM);
    }

    @Test
    void cuts_a_word_that_never_ends_between_characters() {
        assertThat(Slug.of("𝒳".repeat(200)).codePoints()).hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "…", "!?"})
    void is_empty_when_nothing_can_be_read(String headline) {
        assertThat(Slug.of(headline)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Two-Rooms", "-two", "two-", "two--rooms", "two rooms", "a/b", ""})
    void has_one_form(String slug) {
        assertThat(slug).doesNotMatch(Slug.FORM);
    }
}
