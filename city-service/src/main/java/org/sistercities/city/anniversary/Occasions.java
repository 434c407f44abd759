package org.sistercities.city.anniversary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.PartnershipSummary;
import org.sistercities.city.registry.Cities;
import org.sistercities.city.registry.CitySummary;
import org.springframework.stereotype.Component;

/** The occasions of all standing partnerships, from this replica's memory. */
@Component
class Occasions {
    /** Known days first, then months, then years; each in the order of the calendar. */
    private static final Comparator<Occasion> AS_LISTED = Comparator.comparingInt(
                    (Occasion occasion) -> occasion.on().length())
            .reversed()
            .thenComparing(Occasion::on)
            .thenComparing(occasion -> occasion.partnership().id())
            .thenComparingInt(Occasion::years);

    private final Network network;
    private final Cities cities;

    Occasions(Network network, Cities cities) {
        this.network = network;
        this.cities = cities;
    }

    /** Those of a period, both ends included. */
    List<Occasion> between(LocalDate from, LocalDate to) {
        return of(network.all(), from, to);
    }

    List<Occasion> between(LocalDate from, LocalDate to, CitySummary city) {
        return of(network.of(city.id()), from, to);
    }

    /** Those whose day has begun in one of the cities, not earlier than {@code days} ago. */
    Stream<Occasion> begun(Instant now, int days) {
        return network.all().stream()
                .filter(partnership -> partnership.status().isStanding())
                .flatMap(partnership -> latestDate(partnership, now).stream()
                        .flatMap(today -> Occasion.between(today.minusDays(days), today, partnership)))
                .filter(occasion -> occasion.day().isPresent());
    }

    /** The calendar date where it is latest; empty as long as a city is not known here. */
    private Optional<LocalDate> latestDate(PartnershipSummary partnership, Instant now) {
        var known = partnership.cityIds().stream()
                .flatMap(id -> cities.find(id).stream())
                .toList();
        if (known.size() < partnership.cityIds().size()) return Optional.empty();
        return known.stream().map(city -> LocalDate.ofInstant(now, city.zone())).max(Comparator.naturalOrder());
    }

    private static List<Occasion> of(Collection<PartnershipSummary> partnerships, LocalDate from, LocalDate to) {
        return partnerships.stream()
                .filter(partnership -> partnership.status().isStanding())
                .flatMap(partnership -> Occasion.between(from, to, partnership))
                .sorted(AS_LISTED)
                .toList();
    }
}
