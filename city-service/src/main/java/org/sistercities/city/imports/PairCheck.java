package org.sistercities.city.imports;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.imports.ListedPair.BadLine;
import org.sistercities.city.imports.ListedPair.Side;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.partnership.PartialDate;
import org.sistercities.city.partnership.Parties;
import org.sistercities.city.partnership.Partnership;
import org.sistercities.city.partnership.Status;
import org.sistercities.city.registry.Cities;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.registry.Folding;
import org.sistercities.contracts.CityDomainEvent.Party;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Change;
import org.springframework.stereotype.Component;

/** Decides whether a line of a list names two cities we know and a year that can be, and makes a partnership of it. */
@Component
class PairCheck {
    /** Paderborn and Le Mans say 836. */
    private static final int OLDEST = 800;

    /** Where each day begins. */
    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

    private static final String NOTE = "So it stands in the list.";

    private final Cities cities;
    private final AggregateStore<City> store;
    private final Parties parties;
    private final Clock clock;

    PairCheck(Cities cities, AggregateStore<City> store, Parties parties, Clock clock) {
        this.cities = cities;
        this.store = store;
        this.parties = parties;
        this.clock = clock;
    }

    Change<Partnership> partnership(ListedPair pair, String by) throws BadLine {
        var ids = new ArrayList<String>();
        ids.add(city(pair.a()).id());
        ids.add(city(pair.b()).id());
        for (var id : pair.moreIds()) ids.add(city(new Side(id, null, null)).id());
        if (new HashSet<>(ids).size() < ids.size()) throw new BadLine("names the same city twice");
        var since = since(pair.since());
        return recorded(pair, parties.of(ids), since, by);
    }

    /** As a list can tell it: a partnership that stands, with or without anything happening in it. */
    private Change<Partnership> recorded(ListedPair pair, List<Party> parties, @Nullable PartialDate since, String by)
            throws BadLine {
        var kind = kind(pair.kind());
        var status =
                Objects.requireNonNullElse(pair.status(), Status.ACTIVE.name()).toUpperCase(Locale.ROOT);
        if (status.equals(Status.ACTIVE.name())) return Partnership.recorded(kind, parties, since, by, clock.instant());
        if (status.equals(Status.INACTIVE.name()))
            return Partnership.recordedInactive(kind, parties, since, by, NOTE, clock.instant());
        throw new BadLine("a partnership that is " + status + " cannot be taken from a list, only ACTIVE and INACTIVE");
    }

    private static Kind kind(@Nullable String kind) throws BadLine {
        if (kind == null) return Kind.SISTER;
        return Stream.of(Kind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new BadLine("there is no kind " + kind));
    }

    private CitySummary city(Side side) throws BadLine {
        var id = side.id().matches("\\d{1,18}") ? City.idOf(Long.parseLong(side.id())) : side.id();
        var city = cities.find(id).orElseThrow(() -> new BadLine("there is no city " + side.id()));
        if (side.country() != null && !side.country().equalsIgnoreCase(city.countryCode()))
            throw new BadLine("city " + side.id() + " is in " + city.countryCode() + ", not in " + side.country());
        if (side.name() != null && !isCalled(side.name(), city))
            throw new BadLine("city " + side.id() + " is " + city.name() + ", not " + side.name());
        return city;
    }

    /** By any of its names, spelt in any way; the shown ones are at hand, the others are asked for only if they must be. */
    private boolean isCalled(String name, CitySummary city) {
        return isOneOf(name, List.of(city.name(), city.localName()))
                || isOneOf(name, store.get(city.id()).state().names().others());
    }

    private static boolean isOneOf(String name, Collection<String> names) {
        var wanted = Folding.spellings(name);
        return names.stream().anyMatch(known -> !Collections.disjoint(wanted, Folding.spellings(known)));
    }

    private @Nullable PartialDate since(@Nullable String since) throws BadLine {
        if (since == null) return null;
        var iso = since.matches("\\d{3}") ? "0" + since : since;
        if (!isPast(iso)) throw new BadLine("since " + since + " is no time from the year " + OLDEST + " until today");
        return new PartialDate(iso);
    }

    /** Whether it is an ISO year, year-month or date, and not in the future everywhere: a city signs by its own calendar. */
    private boolean isPast(String iso) {
        try {
            var today = LocalDate.ofInstant(clock.instant(), FIRST_ZONE);
            return switch (iso.length()) {
                case 4 -> isBetween(Year.of(OLDEST), Year.parse(iso), Year.from(today));
                case 7 -> isBetween(YearMonth.of(OLDEST, 1), YearMonth.parse(iso), YearMonth.from(today));
                default -> isBetween(LocalDate.of(OLDEST, 1, 1), LocalDate.parse(iso), today);
            };
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static <T extends Comparable<? super T>> boolean isBetween(T oldest, T date, T newest) {
        return date.compareTo(oldest) >= 0 && date.compareTo(newest) <= 0;
    }
}
