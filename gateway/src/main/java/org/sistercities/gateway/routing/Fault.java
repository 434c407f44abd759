package org.sistercities.gateway.routing;

import java.io.IOException;
import org.sistercities.gateway.limits.BodyLimit;
import org.springframework.cloud.gateway.support.TimeoutException;
import org.springframework.web.server.ServerWebExchange;

/** Whose fault a failure is: a client that sends slowly or hangs up must not make a service look bad. */
final class Fault {
    private Fault() {}

    /** No connection, a broken one, or no answer in time although the whole request was sent. */
    static boolean isServices(Throwable failure, ServerWebExchange exchange) {
        return failure instanceof IOException || (isTimeout(failure) && BodyLimit.isReceived(exchange));
    }

    /** Spring Cloud Gateway wraps it in a 504 of its own. */
    static boolean isTimeout(Throwable failure) {
        return failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException;
    }
}
