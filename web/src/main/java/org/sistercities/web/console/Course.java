package org.sistercities.web.console;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many guests came when, as bars by the clock of the venue: by the hour while that fits, else by the day. Hours and days in which
 * nobody came have their place, too.
 *
 * @param name of what they came to: registrations, admissions
 */
record Course(String name, List<Bar> bars, int most, int all, boolean isByDay) {
    private static final int MOST_BARS = 72;

    /** A bar that begins then; {@code height} is in hundredths of the highest. */
    record Bar(OffsetDateTime from, int guests, double height) {}

    static List<Course> of(Dashboard dashboard, ZoneId zone) {
        var courses = new ArrayList<Course>();
        add(courses, "registrations", dashboard.registrations(), zone);
        add(courses, "admissions", dashboard.admissions(), zone);
        return courses;
    }

    private static void add(List<Course> courses, String name, @Nullable List<Dashboard.Hour> told, ZoneId zone) {
        var hours = Objects.requireNonNullElse(told, List.<Dashboard.Hour>of());
        if (!hours.isEmpty()) courses.add(course(name, hours, zone));
    }

    private static Course course(String name, List<Dashboard.Hour> hours, ZoneId zone) {
        var byHour = counted(hours, zone, ChronoUnit.HOURS);
        boolean isLong = byHour.firstKey().until(byHour.lastKey(), ChronoUnit.HOURS) >= MOST_BARS;
        var unit = isLong ? ChronoUnit.DAYS : ChronoUnit.HOURS;
        var counted = isLong ? counted(hours, zone, unit) : byHour;
        int most = counted.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        var bars = new ArrayList<Bar>();
        var last = counted.lastKey();
        for (var from = first(counted, unit); !from.isAfter(last); from = from.plus(1, unit)) {
            int guests = counted.getOrDefault(from, 0);
            bars.add(new Bar(from.atZone(zone).toOffsetDateTime(), guests, 100.0 * guests / most));
        }
        int all = counted.values().stream().mapToInt(Integer::intValue).sum();
        return new Course(name, bars, most, all, isLong);
    }

    /** What is longer ago than there are bars is not drawn. */
    private static LocalDateTime first(TreeMap<LocalDateTime, Integer> counted, ChronoUnit unit) {
        var earliest = counted.lastKey().minus(MOST_BARS - 1L, unit);
        return counted.firstKey().isBefore(earliest) ? earliest : counted.firstKey();
    }

    private static TreeMap<LocalDateTime, Integer> counted(List<Dashboard.Hour> hours, ZoneId zone, ChronoUnit unit) {
        var counted = new TreeMap<LocalDateTime, Integer>();
        for (var hour : hours)
            counted.merge(LocalDateTime.ofInstant(hour.hour(), zone).truncatedTo(unit), hour.guests(), Integer::sum);
        return counted;
    }
}
