package org.sistercities.platform.problem;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What people get in place of a problem, by a server that has pages for them. */
@FunctionalInterface
public interface ProblemPage {

    /** A page as it is sent, in UTF-8; the headers say what it is. */
    record Page(HttpHeaders headers, String body) {}

    /** Whether it is sent by a browser for somebody to read, not by a program, a script or a picture. */
    static boolean isReadBySomebody(ServerHttpRequest request) {
        return request.getHeaders().getAccept().stream()
                .anyMatch(type -> type.isCompatibleWith(MediaType.TEXT_HTML) && !type.isWildcardType());
    }

    /** Empty when the problem itself is the answer, as it is to programs. */
    Optional<Page> of(ServerHttpRequest request, ProblemDetail problem);
}
