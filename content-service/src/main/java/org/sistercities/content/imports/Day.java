package org.sistercities.content.imports;

import static java.time.ZoneOffset.UTC;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The day, in UTC as here all days are, of the times exports write. */
final class Day {
    private static final List<DateTimeFormatter> WITH_ZONE = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss z", Locale.ROOT),
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm z", Locale.ROOT));

    private Day() {}

    /** Of the first that is a time; null when none is, as of what was never published. */
    static @Nullable LocalDate of(String... times) {
        return Stream.of(times)
                .map(time -> read(time.strip()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate read(String time) {
        for (var form : WITH_ZONE) {
            try {
                return form.parse(time, java.time.Instant::from).atZone(UTC).toLocalDate();
            } catch (DateTimeException e) {
                // perhaps another form
            }
        }
        try {
            return time.length() < 10
                    ? null
                    : LocalDate.parse(time.substring(0, 10)); // "2014-10-08 12:00:00" of WordPress
        } catch (DateTimeException e) {
            return null;
        }
    }
}
