package org.sistercities.gateway.limits;

import org.sistercities.platform.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The body has more bytes than its route takes. */
final class BodyTooLarge extends ErrorResponseException {

    BodyTooLarge(long limit) {
        super(HttpStatus.CONTENT_TOO_LARGE, problem(limit), null);
    }

    private static ProblemDetail problem(long limit) {
        var problem = Problems.named(
                HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body may have " + limit + " bytes at most.");
        problem.setProperty("limit", limit);
        return problem;
    }
}
