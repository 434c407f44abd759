package org.sistercities.city.anniversary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sistercities.city.partnership.PartnershipSummary;

/**
 * A partnership completes a number of years at which it is celebrated, or both sides are asked whether it is alive.
 *
 * @param on an ISO date, year-month or year, as far as its beginning is known
 */
record Occasion(PartnershipSummary partnership, int years, String on) {
    private static final Set<Integer> CELEBRATED = Set.of(1, 5, 10, 25, 50, 60, 75);
    private static final int CENTURY = 100;
    private static final int QUARTER = 25;
    private static final int REVIEWED_EVERY = 5;
    private static final int LENGTH_OF_YEAR = 4;

    /** Those that may fall into a period, both ends included: a year of which no day is known falls into all of its days. */
    static Stream<Occasion> between(LocalDate from, LocalDate to, PartnershipSummary partnership) {
        var since = partnership.since();
        if (since == null) return Stream.empty();
        int began = Integer.parseInt(since.substring(0, LENGTH_OF_YEAR));
        return IntStream.rangeClosed(Math.max(1, from.getYear() - began), to.getYear() - began)
                .filter(years -> isCelebrated(years) || isReviewed(years))
                .mapToObj(years -> new Occasion(partnership, years, on(since, began + years)))
                .filter(occasion -> occasion.mayBeBetween(from, to));
    }

    /** 1, 5, 10, 25, 50, 60, 75, 100 years and every 25 from there. */
    static boolean isCelebrated(int years) {
        return CELEBRATED.contains(years) || (years >= CENTURY && years % QUARTER == 0);
    }

    /** Every five years. */
    static boolean isReviewed(int years) {
        return years % REVIEWED_EVERY == 0;
    }

    boolean isCelebrated() {
        return isCelebrated(years);
    }

    boolean isReviewed() {
        return isReviewed(years);
    }

    /** The day, if it is known. */
    Optional<LocalDate> day() {
        return date(on);
    }

    /** The day the partnership began, if it is known. */
    Optional<LocalDate> began() {
        return Optional.ofNullable(partnership.since()).flatMap(Occasion::date);
    }

    private boolean mayBeBetween(LocalDate from, LocalDate to) {
        Function<LocalDate, String> asKnown = date -> date.toString().substring(0, on.length());
        return asKnown.apply(from).compareTo(on) <= 0 && on.compareTo(asKnown.apply(to)) <= 0;
    }

    /** The same day of another year, as far as it is known; 29 February is kept on the 28th where there is none. */
    private static String on(String since, int year) {
        return date(since)
                .map(date -> date.withYear(year).toString())
                .orElseGet(() -> "%04d".formatted(year) + since.substring(LENGTH_OF_YEAR));
    }

    private static Optional<LocalDate> date(String iso) {
        try {
            return iso.length() == "2014-10-03".length() ? Optional.of(LocalDate.parse(iso)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty(); // an old list may say 30 February
        }
    }
}
