package org.sistercities.city.partnership;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A partnership in a list. */
public record PartnershipItem(
        String id, Kind kind, Status status, @Nullable String since, List<PartyItem> parties) {

    /** One of its parties, as the city is called today. */
    public record PartyItem(
            String cityId,
            String name,
            @Nullable String region,
            String countryCode,
            double latitude,
            double longitude) {}
}
