package org.sistercities.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sistercities.events.event.EventBuilder.GALA_NIGHT;
import static org.sistercities.events.event.EventBuilder.aGala;
import static org.sistercities.events.event.EventBuilder.aTicketType;
import static org.sistercities.events.event.EventBuilder.onSale;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanTest {
    private static final Instant END = GALA_NIGHT.plusSeconds(3600);

    @Test
    void an_event_and_its_parts_end_after_they_start() {
        var backwards = aGala().with("gala", "ballroom").from(GALA_NIGHT, GALA_NIGHT);
        var part = aGala().with("gala", "ballroom")
                .from(GALA_NIGHT, END, new ProgrammeItem("Dinner", GALA_NIGHT, GALA_NIGHT, null));
        refused(Schedule.EndsBeforeItStarts.class, backwards);
        refused(Schedule.EndsBeforeItStarts.class, part);
    }

    @Test
    void the_programme_lies_within_the_event() {
        var before = new ProgrammeItem("Rehearsal", GALA_NIGHT.minusSeconds(1));
        var after = new ProgrammeItem("After party", GALA_NIGHT, END.plusSeconds(1), null);
        refused(Schedule.OutsideTheEvent.class, aGala().with("gala", "ballroom").from(GALA_NIGHT, END, before));
        refused(Schedule.OutsideTheEvent.class, aGala().with("gala", "ballroom").from(GALA_NIGHT, END, after));
    }

    @Test
    void a_part_takes_place_in_a_room_of_the_venue() {
        var garden = new ProgrammeItem("Fireworks", GALA_NIGHT, null, "Garden");
        refused(Plan.UnknownRoom.class, aGala().with("gala", "ballroom").from(GALA_NIGHT, END, garden));
    }

    /** In New York clocks go forward on 14 March 2027 at 2:00. */
    @Test
    void a_copy_keeps_the_times_of_the_clock_on_the_wall() {
        var gala = aGala().with(onSale(
                        aTicketType("gala", "ballroom"),
                        Instant.parse("2027-01-02T14:00:00Z"), // 9:00 in New York
                        Instant.parse("2027-01-16T17:00:00Z"))) // noon
                .ruled(new RegistrationRules(14, Instant.parse("2027-01-09T17:00:00Z"), List.of())) // noon
                .build();
        var copy = gala.copy("copy", "spring-gala-2027", Instant.parse("2027-03-20T21:30:00Z")); // 17:30, 63 days later
        assertThat(copy.status()).isEqualTo(Event.Status.DRAFT);
        assertThat(copy.endsAt()).isEqualTo("2027-03-21T03:30:00Z");
        assertThat(copy.plan().schedule().programme().getFirst().startsAt()).isEqualTo("2027-03-20T21:30:00Z");
        var sales = copy.ticketTypes().getFirst().sales();
        assertThat(sales.from()).isEqualTo("2027-03-06T14:00:00Z"); // 9:00, still in winter
        assertThat(sales.until()).isEqualTo("2027-03-20T16:00:00Z"); // noon in summer
        assertThat(copy.registrationRules().changesUntil()).isEqualTo("2027-03-13T17:00:00Z"); // noon, still in winter
    }

    @Test
    void a_local_time_that_is_skipped_comes_later_and_of_one_that_comes_twice_the_first_is_meant() {
        var weekEarlier = aGala().with("gala", "ballroom")
                .from(Instant.parse("2027-03-07T07:30:00Z"), Instant.parse("2027-03-07T12:00:00Z")) // 2:30
                .build();
        var skipped = weekEarlier.copy("copy", "copy", Instant.parse("2027-03-14T07:30:00Z")); // 3:30, an hour later
        assertThat(skipped.startsAt()).isEqualTo("2027-03-14T07:30:00Z");
        var twice = weekEarlier.copy("copy", "copy", Instant.parse("2027-11-07T05:30:00Z")); // 1:30, the first time
        assertThat(twice.startsAt()).isEqualTo("2027-11-07T05:30:00Z");
    }

    private static void refused(Class<? extends RuntimeException> rule, EventBuilder event) {
        assertThatExceptionOfType(rule).isThrownBy(() -> event.build().drafted(List.of("ballroom")));
    }
}
