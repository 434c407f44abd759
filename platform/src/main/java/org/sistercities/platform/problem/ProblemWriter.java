package org.sistercities.platform.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with {@code application/problem+json} whatever failed: a controller, a filter, a route, a missing page. People get a page
 * instead, where there is one.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ProblemWriter implements ErrorWebExceptionHandler {
    private static final List<String> OF_ANOTHER_ANSWER = List.of(
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.CONTENT_RANGE,
            HttpHeaders.TRANSFER_ENCODING,
            HttpHeaders.ACCEPT_RANGES,
            HttpHeaders.LOCATION,
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.EXPIRES,
            HttpHeaders.SET_COOKIE);

    private final Problems problems;
    private final ProblemPage page;
    private final JsonMapper json;

    ProblemWriter(Problems problems, ProblemPage page, JsonMapper json) {
        this.problems = problems;
        this.page = page;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) return Mono.error(failure); // too late to answer anything
        forget(exchange.getResponse().getHeaders());
        if (failure instanceof org.springframework.web.ErrorResponse response)
            exchange.getResponse().getHeaders().putAll(response.getHeaders());
        return write(exchange, problems.of(failure));
    }

    /**
     * An answer was begun and is not given: a time-out may come when a service's headers are there and its body is not. With its
     * length, a client would wait for ever for the rest of a shorter problem.
     */
    private static void forget(HttpHeaders headers) {
        OF_ANOTHER_ANSWER.forEach(headers::remove);
    }

    /** Answers with a problem that has no type of its own. */
    public Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String detail) {
        return write(exchange, ProblemDetail.forStatusAndDetail(status, detail));
    }

    /** Answers with this problem; a 503 also says that asking again soon makes sense. */
    public Mono<Void> write(ServerWebExchange exchange, ProblemDetail problem) {
        var response = exchange.getResponse();
        response.setRawStatusCode(problem.getStatus());
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value())
            response.getHeaders().set("Retry-After", "1");
        var written = page.of(exchange.getRequest(), problem).orElseGet(() -> asJson(problem));
        written.headers().forEach((name, values) -> response.getHeaders().put(name, values));
        return response.writeWith(
                Mono.just(response.bufferFactory().wrap(written.body().getBytes(UTF_8))));
    }

    private ProblemPage.Page asJson(ProblemDetail problem) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ProblemPage.Page(headers, json.writeValueAsString(problem));
    }
}
