package org.sistercities.gateway.signin;

import org.sistercities.platform.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The cookie names a session that has ended; the answer takes the cookie away. */
final class SessionOver extends ErrorResponseException {
    SessionOver() {
        super(
                HttpStatus.UNAUTHORIZED,
                Problems.named(HttpStatus.UNAUTHORIZED, "session-over", "Your session is over. Sign in again."),
                null);
        getHeaders().set("Set-Cookie", Sessions.COOKIE + "=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
    }
}
