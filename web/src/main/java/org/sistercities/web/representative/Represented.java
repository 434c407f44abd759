package org.sistercities.web.representative;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.NotAllowed;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Staff;

/**
 * The cities somebody acts for: a representative for those their token names, the office for all.
 *
 * @param all whether it is the office
 */
record Represented(boolean all, List<City> cities) {

    /** A city as it is called today; {@code timeZone} is an IANA name. */
    record City(String id, String name, @Nullable String region, String countryCode, String timeZone) {}

    record Listed(List<City> items) {}

    static Represented by(Staff staff) {
        var own = staff.is(Desk.REPRESENTATIVE)
                ? staff.get(Listed.class, ApiPath.of("cities", "represented")).items()
                : List.<City>of();
        return new Represented(staff.is(Desk.OFFICE), own);
    }

    boolean includes(String cityId) {
        return all || cities.stream().anyMatch(city -> city.id().equals(cityId));
    }

    /** Those of these that are theirs. */
    List<String> of(List<String> cityIds) {
        return cityIds.stream().filter(this::includes).toList();
    }

    /**
     * Refuses whoever acts for none of these.
     *
     * @throws NotAllowed when they do not
     */
    void mustInclude(List<String> cityIds) {
        if (of(cityIds).isEmpty()) throw new NotAllowed(String.join(", ", cityIds));
    }
}
