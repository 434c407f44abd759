package org.sistercities.gateway.limits;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The client has hung up, or sent something that is no body, before the end of its body. */
final class BodyBroken extends ErrorResponseException {
    BodyBroken() {
        super(
                HttpStatus.BAD_REQUEST,
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The body breaks off."),
                null); // no cause: it would look like the failure of a service
    }
}
