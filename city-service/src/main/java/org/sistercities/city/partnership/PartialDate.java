package org.sistercities.city.partnership;

import java.time.LocalDate;

/** A date as far as it is known: an ISO year, year-month or date. */
public record PartialDate(String iso) {

    public PartialDate {
        if (!iso.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) throw new IllegalArgumentException("no partial date: " + iso);
    }

    public static PartialDate ofYear(int year) {
        return new PartialDate("%04d".formatted(year));
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.toString());
    }
}
