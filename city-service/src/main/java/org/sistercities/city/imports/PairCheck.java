package org.sistercities.city.imports;

import java.time.Clock;
import java.time.Year;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.imports.ListedPair.BadLine;
import org.sistercities.city.imports.ListedPair.Side;
import org.sistercities.city.partnership.Kind;
import org.sistercities.city.partnership.PartialDate;
import org.sistercities.city.partnership.Parties;
import org.sistercities.city.partnership.Partnership;
import org.sistercities.city.registry.Cities;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.registry.Folding;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Change;
import org.springframework.stereotype.Component;

/** Decides whether a line of a list names two cities we know and a year that can be, and makes a partnership of it. */
@Component
class PairCheck {
    /** Paderborn and Le Mans say 836. */
    private static final int OLDEST = 800;

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
        var a = city(pair.a());
        var b = city(pair.b());
        if (a.id().equals(b.id())) throw new BadLine("names the same city twice");
        var since = since(pair.sinceYear());
        return Partnership.recorded(Kind.SISTER, parties.of(List.of(a.id(), b.id())), since, by, clock.instant());
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

    private @Nullable PartialDate since(@Nullable String year) throws BadLine {
        if (year == null) return null;
        int last = Year.now(clock).getValue();
        if (!year.matches("\\d{3,4}") || Integer.parseInt(year) < OLDEST || Integer.parseInt(year) > last)
            throw new BadLine("sinceYear " + year + " is no year from " + OLDEST + " to " + last);
        return PartialDate.ofYear(Integer.parseInt(year));
    }
}
