package org.sistercities.city.registry;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The names of regions by their codes, as far as a city of the register is in them. */
@Component
public class RegionNames implements CityVisitor, GeoNamesDump.Regions {
    private final Map<String, String> names = new ConcurrentHashMap<>();

    @Override
    public Optional<String> nameOf(String countryCode, String code) {
        return Optional.ofNullable(names.get(countryCode + "." + code));
    }

    @Override
    public void begin() {}

    @Override
    public void visit(CitySummary summary, City city) {
        var region = city.region();
        if (region != null) names.put(city.countryCode() + "." + region.code(), region.name());
    }

    @Override
    public void end() {}
}
