package org.sistercities.events.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** In New York clocks go forward on 14 March 2027 at 2:00 and back on 7 November at 2:00. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalTimestampTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "2027-01-16T17:30:00-05:00, 2027-01-16T22:30:00Z",
        "2027-07-16T17:30:00-04:00, 2027-07-16T21:30:00Z",
        "2027-11-07T01:30:00-04:00, 2027-11-07T05:30:00Z", // comes twice: the offset says which
        "2027-11-07T01:30:00-05:00, 2027-11-07T06:30:00Z",
        "2027-07-16T21:30:00Z,      2027-07-16T21:30:00Z"
    })
    void a_time_with_the_zones_offset_or_in_UTC_is_taken(String text, String instant) {
        assertThat(LocalTimestamp.of(text).in(NEW_YORK)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-07-16T17:30:00-05:00", // winter's offset in summer
        "2027-01-16T17:30:00+01:00",
        "2027-03-14T02:30:00-05:00", // there is no half past two
        "2027-07-16T21:30:00+00:00"
    })
    void an_offset_the_zone_does_not_have_then_is_refused(String text) {
        assertThatExceptionOfType(LocalTimestamp.OffsetOfAnotherZone.class)
                .isThrownBy(() -> LocalTimestamp.of(text).in(NEW_YORK));
    }

    @Test
    void a_time_without_an_offset_is_none() {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> LocalTimestamp.of("2027-01-16T17:30:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "1", "{\"text\":\"2027-01-16T17:30:00-05:00\"}", "\"\"", "\"tomorrow\""})
    void what_is_no_text_of_a_time_is_none(String json) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> JsonMapper.shared().readValue(json, LocalTimestamp.class));
    }
}
