package org.sistercities.gateway.limits;

import org.sistercities.gateway.limits.Meter.Verdict;
import org.sistercities.platform.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The client has used its quota. */
final class TooManyRequests extends ErrorResponseException {

    TooManyRequests(Verdict verdict) {
        super(HttpStatus.TOO_MANY_REQUESTS, problem(verdict), null);
        getHeaders().set("Retry-After", Long.toString(Quotas.seconds(verdict.waiting())));
    }

    private static ProblemDetail problem(Verdict verdict) {
        var rate = verdict.rate();
        var problem = Problems.named(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "You may ask %d times in %d seconds.".formatted(rate.quota(), Quotas.seconds(rate.window())));
        problem.setProperty("retryAfter", Quotas.seconds(verdict.waiting()));
        return problem;
    }
}
