package org.sistercities.gateway.cache;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** What a service's Cache-Control allows a cache that many share (RFC 9111). */
final class Directives {
    private final Map<String, String> all = new HashMap<>();

    private Directives(HttpHeaders headers) {
        for (var directive :
                String.join(",", headers.getOrEmpty(HttpHeaders.CACHE_CONTROL)).split(",", -1)) {
            var parts = directive.strip().split("=", 2);
            all.put(parts[0].strip().toLowerCase(Locale.ROOT), parts.length == 1 ? "" : parts[1].strip());
        }
    }

    static Directives of(HttpHeaders headers) {
        return new Directives(headers);
    }

    /** Only what a service says is for everybody; keeping what it says nothing about, as HTTP would allow, is not for us to try. */
    boolean areForEverybody() {
        return all.containsKey("public") && !all.containsKey("private") && !all.containsKey("no-store");
    }

    /** How long it may be given unasked; zero when the service must be asked each time. */
    Duration freshness() {
        if (all.containsKey("no-cache")) return Duration.ZERO;
        return seconds("s-maxage").or(() -> seconds("max-age")).orElse(Duration.ZERO);
    }

    private Optional<Duration> seconds(String name) {
        var value = requireNonNullElse(all.get(name), "").replace("\"", "");
        return value.matches("\\d{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(value))) : Optional.empty();
    }
}
