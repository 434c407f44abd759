package org.sistercities.events.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.events.event.EventBuilder.GALA_NIGHT;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.event.EventBuilder.aGala;

import biweekly.Biweekly;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.EventBuilder;
import org.sistercities.platform.aggregate.Stored;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InternetCalendarTest {

    @Test
    void an_event_has_local_times_and_the_zone_that_explains_them() {
        var text = InternetCalendar.of(List.of(stored(gala().build(), 3)), NOON);
        assertThat(text)
                .contains("DTSTART;TZID=America/New_York:20270116T173000")
                .contains("DTEND;TZID=America/New_York:20270116T233000")
                .contains("SEQUENCE:3", "STATUS:CONFIRMED", "UID:gala@events.sistercities")
                .contains("TZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500")
                .doesNotContain("BEGIN:DAYLIGHT");
    }

    @Test
    void a_reader_gets_the_instants_back_also_across_a_change_of_the_clocks() {
        var end = Instant.parse("2027-03-15T16:00:00Z");
        var text =
                InternetCalendar.of(List.of(stored(gala().from(GALA_NIGHT, end).build(), 1)), NOON);
        var read = Biweekly.parse(text).first().getEvents().getFirst();
        assertThat(read.getDateStart().getValue().toInstant()).isEqualTo(GALA_NIGHT);
        assertThat(read.getDateEnd().getValue().toInstant()).isEqualTo(end);
        assertThat(text)
                .contains("BEGIN:DAYLIGHT", "DTSTART:20270314T020000", "DTEND;TZID=America/New_York:20270315T120000");
    }

    @Test
    void a_cancelled_event_says_so() {
        var cancelled = gala().build().cancel("A snowstorm.", NOON).state();
        assertThat(InternetCalendar.of(List.of(stored(cancelled, 4)), NOON))
                .contains("STATUS:CANCELLED", "Cancelled: A snowstorm.");
    }

    @Test
    void lines_are_folded_and_text_is_escaped_and_comes_back_whole() {
        var title = "Gala; dinner, dance\\ " + "äöü 東京 ".repeat(20).strip();
        var text = InternetCalendar.of(
                List.of(stored(
                        gala().says(plan -> EventBuilder.titled(plan, title)).build(), 1)),
                NOON);
        assertThat(text.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text).contains("Gala\\; dinner\\, dance\\\\");
        assertThat(Biweekly.parse(text)
                        .first()
                        .getEvents()
                        .getFirst()
                        .getSummary()
                        .getValue())
                .isEqualTo(title);
    }

    private static EventBuilder gala() {
        return aGala().with("gala", "ballroom");
    }

    private static Stored<Event> stored(Event event, long revision) {
        return new Stored<>(event.id(), revision, event);
    }
}
