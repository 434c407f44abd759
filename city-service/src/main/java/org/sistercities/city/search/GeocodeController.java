package org.sistercities.city.search;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.security.Public;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** City Search for programs that speak with geocoders such as Photon. */
@RestController
class GeocodeController {
    private final CitySearch search;
    private final Involved involved;

    GeocodeController(CitySearch search, Involved involved) {
        this.search = search;
        this.involved = involved;
    }

    /** {@code lang=local} names cities as they are named there; any other language gets English names, the only ones told apart. */
    @Public
    @GetMapping(path = "/api/v1/geocode", produces = "application/geo+json")
    GeocodeJson geocode(
            @Valid @ModelAttribute SearchRequest request,
            @RequestParam(defaultValue = "15") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = "en") String lang) {
        var found = search.find(request.wanted(involved.ids(request)), new Offset(0), limit)
                .items();
        return GeocodeJson.of(Optional.ofNullable(request.q()).orElse(""), found, lang.equals("local"));
    }
}
