package org.sistercities.city.matches;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.Public;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
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

    /** The best ones, on one page: behind them there is nothing worth reading. Reasons are in English or German. */
    @Public
    @GetMapping
    Page<Suggestion> of(
            @PathVariable String id,
            @RequestParam(defaultValue = "10") @Min(1) @Max(100) int limit,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            ServerHttpResponse response) {
        return new Page<>(matches.of(id, limit, wording(accepted, response)), null);
    }

    @Public
    @GetMapping("/{other}")
    Suggestion between(
            @PathVariable String id,
            @PathVariable String other,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            ServerHttpResponse response) {
        return matches.between(id, other, wording(accepted, response));
    }

    private static Wording wording(@Nullable String accepted, ServerHttpResponse response) {
        var wording = Wording.of(accepted);
        response.getHeaders().set(HttpHeaders.CONTENT_LANGUAGE, wording.language());
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return wording;
    }
}
