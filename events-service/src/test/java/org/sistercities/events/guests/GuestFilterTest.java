package org.sistercities.events.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.events.event.EventBuilder.NOON;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercities.events.registration.KnownParty.Right;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuestFilterTest {
    private final ListedGuest guest = new ListedGuest(
            "r-1",
            "r",
            1,
            "Zoë Müller-Lüdenscheidt",
            null,
            null,
            "vip",
            "CONFIRMED",
            Right.TO_ENTER,
            "Maria Rossi",
            "m@rossi.example",
            NOON,
            null,
            null,
            Map.of(),
            "Ambassador",
            10,
            null);

    @ParameterizedTest
    @CsvSource({"zoe", "ZOË M", "lüden", "luden muller", "maria", "zoe rossi", "rossi.example", "''"})
    void words_begin_names_whatever_their_case_and_accents(String query) {
        assertThat(GuestFilter.of(query, null, null, null, null).matches(guest)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"oe", "zoe miller", "nobody"})
    void each_word_must_be_found(String query) {
        assertThat(GuestFilter.of(query, null, null, null, null).matches(guest)).isFalse();
    }

    @Test
    void status_type_and_admission_narrow_the_list() {
        assertThat(GuestFilter.of(null, "CONFIRMED", "vip", null, null).matches(guest))
                .isTrue();
        assertThat(GuestFilter.of(null, "CANCELLED", null, null, null).matches(guest))
                .isFalse();
        assertThat(GuestFilter.of(null, null, "gala", null, null).matches(guest))
                .isFalse();
        assertThat(GuestFilter.of(null, null, null, false, null).matchesAdmission(guest))
                .isTrue();
        assertThat(GuestFilter.of(null, null, null, true, null).matchesAdmission(guest))
                .isFalse();
        assertThat(GuestFilter.of(null, null, null, true, null).matchesAdmission(guest.admitted(NOON)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"=1+1,'''=1+1'", "+44 1,'''+44 1'", "-x,'''-x'", "@x,'''@x'", "＝1,'''＝1'", "Ada,Ada", "a=b,a=b"})
    void what_a_spreadsheet_would_calculate_is_defused(String value, String written) {
        assertThat(GuestCsv.defused(value)).isEqualTo(written);
    }
}
