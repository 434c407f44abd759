package org.sistercities.city.search;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.Public;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** City Search over HTTP. */
@RestController
@RequestMapping("/api/v1/cities")
class CitySearchController {
    private final CitySearch search;
    private final FacetSearch facets;
    private final Involved involved;

    CitySearchController(CitySearch search, FacetSearch facets, Involved involved) {
        this.search = search;
        this.facets = facets;
        this.involved = involved;
    }

    /** The cities that match, best first. */
    @Public
    @GetMapping
    Page<FoundCity> find(
            @Valid @ModelAttribute SearchRequest request,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = Offset.START) Offset cursor) {
        return search.find(request.wanted(involved.ids(request)), cursor, limit);
    }

    /** How many cities match, and how many of each kind. */
    @Public
    @GetMapping("/facets")
    Facets facets(@Valid @ModelAttribute SearchRequest request) {
        return facets.count(request.wanted(involved.ids(request)));
    }
}
