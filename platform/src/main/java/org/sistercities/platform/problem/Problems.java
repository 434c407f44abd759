package org.sistercities.platform.problem;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/** What every failure looks like over HTTP: an RFC 9457 problem without stack traces, class names or other people's data. */
public final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final List<ProblemSource> sources;

    public Problems(List<ProblemSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The problem a failure amounts to; one nobody foresaw is logged here and tells the caller nothing but that. */
    public ProblemDetail of(Throwable failure) {
        return causes(failure)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .or(() -> causes(failure)
                        .flatMap(cause -> InvalidRequest.problem(cause).stream())
                        .findFirst())
                .or(() -> causes(failure)
                        .filter(ErrorResponse.class::isInstance)
                        .map(cause -> ((ErrorResponse) cause).getBody())
                        .findFirst())
                .orElseGet(() -> unforeseen(failure));
    }

    /** A problem with a type of its own: {@code /problems/} and the name, which never changes once released. */
    public static ProblemDetail named(HttpStatus status, String name, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + name));
        return problem;
    }

    private Optional<ProblemDetail> known(Throwable cause) {
        if (cause instanceof Rejection rejection) return Optional.of(of(rejection));
        return sources.stream()
                .flatMap(source -> source.problem(cause).stream())
                .findFirst();
    }

    private static ProblemDetail of(Rejection rejection) {
        var problem = named(status(rejection.reason()), rejection.rule(), String.valueOf(rejection.getMessage()));
        rejection.facts().forEach(problem::setProperty);
        return problem;
    }

    private static HttpStatus status(Rejection.Reason reason) {
        return switch (reason) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case REVISION_REQUIRED -> HttpStatus.PRECONDITION_REQUIRED;
            case TRY_AGAIN -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static ProblemDetail unforeseen(Throwable failure) {
        log.error("Unforeseen failure", failure);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side. It has been logged.");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
