package org.sistercities.city.anniversary;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.partnership.Parties;
import org.sistercities.city.partnership.PartnershipItem;
import org.sistercities.city.registry.Cities;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.Public;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Anniversaries and reviews due over HTTP. */
@RestController
@RequestMapping("/api/v1/anniversaries")
class AnniversaryController {
    private static final int DAYS_BY_DEFAULT = 30;

    private final Occasions occasions;
    private final Cities cities;
    private final Parties parties;
    private final Clock clock;

    AnniversaryController(Occasions occasions, Cities cities, Parties parties, Clock clock) {
        this.occasions = occasions;
        this.cities = cities;
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * An occasion in the list.
     *
     * @param on an ISO date, year-month or year, as far as the partnership's beginning is known
     * @param celebrated whether it is an anniversary one celebrates
     * @param reviewDue whether both sides should say that the partnership is alive
     */
    record AnniversaryItem(String on, int years, boolean celebrated, boolean reviewDue, PartnershipItem partnership) {}

    /** Those of a period, both ends included; by default the thirty days from today, in the city's own zone. */
    @Public
    @GetMapping
    Page<AnniversaryItem> list(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = Offset.START) Offset cursor) {
        var of = city == null ? null : known(city);
        var first = from != null ? from : LocalDate.ofInstant(clock.instant(), zone(of));
        var last = to != null ? to : first.plusDays(DAYS_BY_DEFAULT);
        if (last.isBefore(first) || !last.isBefore(first.plusYears(1))) throw new Refused.NoSuchPeriod(first, last);
        var found = of == null ? occasions.between(first, last) : occasions.between(first, last, of);
        return Page.of(found, cursor, limit).map(this::item);
    }

    private AnniversaryItem item(Occasion occasion) {
        return new AnniversaryItem(
                occasion.on(),
                occasion.years(),
                occasion.isCelebrated(),
                occasion.isReviewed(),
                parties.item(occasion.partnership()));
    }

    private static ZoneId zone(@Nullable CitySummary city) {
        return city == null ? ZoneOffset.UTC : city.zone();
    }

    private CitySummary known(String cityId) {
        return cities.find(cityId).orElseThrow(() -> new NoSuchAggregate("city", cityId));
    }
}
