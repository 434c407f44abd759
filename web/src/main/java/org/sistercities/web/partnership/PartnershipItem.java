package org.sistercities.web.partnership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.map.Position;

/** A partnership in a list; {@code since} is an ISO year, year-month or date. */
public record PartnershipItem(
        String id, String kind, String status, @Nullable String since, List<Party> parties) {

    /** One of its cities, as it is called today. */
    public record Party(
            String cityId,
            String name,
            @Nullable String region,
            String countryCode,
            double latitude,
            double longitude) {

        public Position position() {
            return new Position(longitude, latitude);
        }
    }

    /** Whether the cities are sisters now; one that rests is still one. */
    public boolean isStanding() {
        return status.equals("ACTIVE") || status.equals("INACTIVE");
    }

    /** The cities other than this one. */
    public List<Party> others(String cityId) {
        return parties.stream().filter(party -> !party.cityId().equals(cityId)).toList();
    }

    /** The year it began, if that is known. */
    public @Nullable String year() {
        return since == null ? null : since.substring(0, 4);
    }
}
