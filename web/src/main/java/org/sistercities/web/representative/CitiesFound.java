package org.sistercities.web.representative;

import java.util.List;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.city.FoundCity;
import org.sistercities.web.staff.Staff;

/** The cities that may be meant by what was typed. */
final class CitiesFound {
    private static final int MOST = 8;

    private CitiesFound() {}

    static List<FoundCity> by(Staff staff, String typed) {
        var path = ApiPath.of("cities").with("q", typed.strip()).with("limit", MOST);
        return staff.get(FoundCity.Listed.class, path).items();
    }
}
