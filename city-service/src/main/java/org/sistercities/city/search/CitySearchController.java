package org.sistercities.city.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import java.util.Optional;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.Public;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** City Search over HTTP. */
@RestController
@RequestMapping("/api/v1/cities")
class CitySearchController {
    private final CitySearch search;

    CitySearchController(CitySearch search) {
        this.search = search;
    }

    /** Whatever was typed so far is a valid {@code q}; {@code country} is an ISO code, such as US. */
    @Public
    @GetMapping
    Page<FoundCity> find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<String> country,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = Offset.START) Offset cursor) {
        return search.find(Typed.of(q), country.map(code -> code.toUpperCase(Locale.ROOT)), cursor, limit);
    }
}
