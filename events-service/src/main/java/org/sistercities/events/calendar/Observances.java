package org.sistercities.events.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.TimeZone;
import org.sistercities.events.event.Event;
import org.sistercities.platform.aggregate.Stored;

/**
 * A VTIMEZONE from the rules the events' times are shown with, the JDK's: each change of the clocks from the one in force when the
 * first event begins to the last one before the last event ends. Nothing is repeated, so no rule has to be guessed.
 */
final class Observances {
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final ZoneRules rules;
    private final VTimezone component;

    private Observances(ZoneId zone) {
        this.rules = zone.getRules();
        this.component = new VTimezone(zone.getId());
    }

    static TimezoneAssignment of(ZoneId zone, List<Stored<Event>> events) {
        var there = events.stream()
                .map(Stored::state)
                .filter(event -> event.zone().equals(zone))
                .toList();
        var first = there.stream()
                .map(Event::startsAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var last =
                there.stream().map(Event::endsAt).max(Comparator.naturalOrder()).orElseThrow();
        var observances = new Observances(zone);
        observances.addAll(first, last);
        return new TimezoneAssignment(TimeZone.getTimeZone(zone), observances.component);
    }

    private void addAll(Instant first, Instant last) {
        var change = rules.previousTransition(first.plusMillis(1));
        if (change == null) {
            var offset = rules.getOffset(first);
            add(LONG_AGO, offset, offset, first);
            change = rules.nextTransition(first);
        }
        while (change != null && !change.getInstant().isAfter(last)) {
            add(change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter(), change.getInstant());
            change = rules.nextTransition(change.getInstant());
        }
    }

    private void add(LocalDateTime onset, ZoneOffset from, ZoneOffset to, Instant at) {
        var observance = rules.isDaylightSavings(at) ? daylight() : standard();
        observance.setDateStart(new DateTimeComponents(
                onset.getYear(),
                onset.getMonthValue(),
                onset.getDayOfMonth(),
                onset.getHour(),
                onset.getMinute(),
                onset.getSecond(),
                false));
        observance.setTimezoneOffsetFrom(offset(from));
        observance.setTimezoneOffsetTo(offset(to));
    }

    private Observance daylight() {
        var daylight = new DaylightSavingsTime();
        component.addDaylightSavingsTime(daylight);
        return daylight;
    }

    private Observance standard() {
        var standard = new StandardTime();
        component.addStandardTime(standard);
        return standard;
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(offset.getTotalSeconds() * 1_000L);
    }
}
