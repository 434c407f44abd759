package org.sistercities.city.partnership;

import java.util.List;
import org.sistercities.city.partnership.PartnershipItem.PartyItem;
import org.sistercities.city.registry.Cities;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.contracts.CityDomainEvent.Party;
import org.springframework.stereotype.Component;

/** Looks up who takes part. */
@Component
public class Parties {
    private final Cities cities;

    Parties(Cities cities) {
        this.cities = cities;
    }

    /**
     * The cities with these ids as parties of a partnership.
     *
     * @throws Refused.UnknownCity when there is no such city
     */
    public List<Party> of(List<String> cityIds) {
        return cityIds.stream()
                .map(this::known)
                .map(city -> new Party(city.id(), city.name(), city.countryCode()))
                .toList();
    }

    /** A partnership as lists show it. */
    public PartnershipItem item(PartnershipSummary partnership) {
        var parties = partnership.cityIds().stream()
                .map(this::known)
                .map(city -> new PartyItem(
                        city.id(), city.name(), city.region(), city.countryCode(), city.latitude(), city.longitude()))
                .toList();
        return new PartnershipItem(
                partnership.id(), partnership.kind(), partnership.status(), partnership.since(), parties);
    }

    CitySummary known(String cityId) {
        return cities.find(cityId).orElseThrow(() -> new Refused.UnknownCity(cityId));
    }
}
