package org.sistercities.gateway.signin;

import org.sistercities.platform.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request with a session that another site may have made the browser send. */
final class ForgedRequest extends ErrorResponseException {
    ForgedRequest() {
        super(
                HttpStatus.FORBIDDEN,
                Problems.named(
                        HttpStatus.FORBIDDEN,
                        "forged-request",
                        "Send the csrf of GET /api/v1/session as X-CSRF-Token, from our own pages."),
                null);
    }
}
