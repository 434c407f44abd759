package org.sistercities.gateway.routing;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.util.Optional;
import org.sistercities.gateway.routing.Places.NoPlaceLeft;
import org.sistercities.platform.problem.ProblemSource;
import org.sistercities.platform.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.support.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** A service that cannot be reached is a 503, one that does not answer in time a 504; the address it has is nobody's business. */
@Component
final class ServiceFailures implements ProblemSource {
    private static final Logger log = LoggerFactory.getLogger(ServiceFailures.class);

    @Override
    public Optional<ProblemDetail> problem(Throwable failure) {
        return switch (failure) {
            case TimeoutException slow -> Optional.of(timeout(slow));
            case IOException dead ->
                Optional.of(unavailable("no connection", dead)); // refused, unknown host, connect time-out, cut off
            case NoPlaceLeft _ -> Optional.of(tooManyAtOnce());
            case CallNotPermittedException _ -> Optional.of(unavailable("its route is shut", failure));
            default -> Optional.empty();
        };
    }

    private static ProblemDetail timeout(TimeoutException failure) {
        log.warn("A service was too slow: {}", failure.getMessage());
        return Problems.named(
                HttpStatus.GATEWAY_TIMEOUT,
                "service-timeout",
                "The service did not answer in time. It may have done what you asked: ask again with the same"
                        + " Idempotency-Key.");
    }

    private static ProblemDetail tooManyAtOnce() {
        return Problems.named(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-at-once",
                "More is asked than can be answered at the moment. Nothing was done: ask again soon.");
    }

    private static ProblemDetail unavailable(String why, Throwable failure) {
        log.warn("A service could not be reached, {}: {}", why, failure.toString());
        return Problems.named(
                HttpStatus.SERVICE_UNAVAILABLE,
                "service-unavailable",
                "The service cannot be reached at the moment. Ask again soon, with the same Idempotency-Key.");
    }
}
