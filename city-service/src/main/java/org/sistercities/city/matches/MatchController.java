package org.sistercities.city.matches;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.Public;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** "Find your city's sister!", answered: who would be a good one, and why or why not. */
@RestController
@RequestMapping("/api/v1/cities/{id}/matches")
class MatchController {
    private final Matches matches;

    MatchController(Matches matches) {
        this.matches = matches;
    }

    /** The best ones, on one page: behind them there is nothing worth reading. */
    @Public
    @GetMapping
    Page<Suggestion> of(@PathVariable String id, @RequestParam(defaultValue = "10") @Min(1) @Max(100) int limit) {
        List<Suggestion> best = matches.of(id, limit);
        return new Page<>(best, null);
    }

    @Public
    @GetMapping("/{other}")
    Suggestion between(@PathVariable String id, @PathVariable String other) {
        return matches.between(id, other);
    }
}
