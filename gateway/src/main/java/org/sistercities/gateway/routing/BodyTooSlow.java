package org.sistercities.gateway.routing;

import org.sistercities.platform.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The client has not sent its body in the time its route gives. */
final class BodyTooSlow extends ErrorResponseException {
    BodyTooSlow() {
        super(
                HttpStatus.REQUEST_TIMEOUT,
                Problems.named(HttpStatus.REQUEST_TIMEOUT, "body-too-slow", "The body took too long to come."),
                null);
        getHeaders().setConnection("close"); // the rest of the body is not waited for
    }
}
