package org.sistercities.platform.problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.ProblemDetail;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Requests that cannot be read or break a constraint: one problem that points at every place that is wrong. */
final class InvalidRequest {

    private InvalidRequest() {}

    /** One thing that is wrong: a JSON Pointer into the body, or the name of a parameter or header. */
    record Violation(@Nullable String pointer, @Nullable String parameter, String detail) {}

    static Optional<ProblemDetail> problem(Throwable failure) {
        return switch (failure) {
            case WebExchangeBindException e -> Optional.of(invalid(inBody(e)));
            case HandlerMethodValidationException e -> Optional.of(invalid(inParameters(e)));
            case JacksonException e -> Optional.of(unreadable(inJson(e)));
            case ServerWebInputException e when isOutsideTheBody(e) -> Optional.of(unreadable(inParameter(e)));
            case InvalidMimeTypeException _, InvalidMediaTypeException _ ->
                Optional.of(malformed("A header names no media type, or too many."));
            case IllegalArgumentException e when isOfForm(e) -> Optional.of(malformed("The form cannot be read."));
            default -> Optional.empty();
        };
    }

    /** Where Spring has its parts read by others, who blame their caller. */
    private static boolean isOfForm(IllegalArgumentException e) {
        return String.valueOf(e.getMessage()).startsWith("URLDecoder: ");
    }

    private static ProblemDetail malformed(String detail) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
    }

    private static ProblemDetail invalid(List<Violation> violations) {
        var problem = Problems.named(
                HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", "The request breaks a rule; see errors.");
        problem.setProperty("errors", violations);
        return problem;
    }

    private static List<Violation> inBody(WebExchangeBindException e) {
        return e.getAllErrors().stream()
                .map(error -> error instanceof FieldError field ? inBody(field) : new Violation("", null, text(error)))
                .toList();
    }

    /** What cannot even be bound came as a parameter; Spring's words for it would name our classes. */
    private static Violation inBody(FieldError field) {
        return field.isBindingFailure()
                ? new Violation(null, field.getField(), "does not have the form this parameter takes")
                : new Violation(pointer(field.getField()), null, text(field));
    }

    private static List<Violation> inParameters(HandlerMethodValidationException e) {
        return Stream.concat(
                        e.getBeanResults().stream()
                                .flatMap(result -> result.getFieldErrors().stream()
                                        .map(field -> new Violation(pointer(field.getField()), null, text(field)))),
                        e.getValueResults().stream()
                                .flatMap(result -> result.getResolvableErrors().stream()
                                        .map(error -> new Violation(
                                                null,
                                                result.getMethodParameter().getParameterName(),
                                                text(error)))))
                .toList();
    }

    /** A parameter that is missing or has another form, or a body that is missing. */
    private static Violation inParameter(ServerWebInputException e) {
        return switch (e) {
            case MissingRequestValueException missing -> new Violation(null, missing.getName(), "is missing");
            case ServerWebInputException other
            when isMismatch(other) ->
                new Violation(null, parameter(other), "does not have the form this parameter takes");
            default -> new Violation("", null, "is missing");
        };
    }

    private static boolean isOutsideTheBody(ServerWebInputException e) {
        @Nullable Throwable cause = e.getCause();
        return cause == null || isMismatch(e) || (cause instanceof DecodingException && cause.getCause() == null);
    }

    private static boolean isMismatch(ServerWebInputException e) {
        return e.getCause() instanceof TypeMismatchException;
    }

    private static @Nullable String parameter(ServerWebInputException e) {
        var parameter = e.getMethodParameter();
        return parameter == null ? null : parameter.getParameterName();
    }

    private static Violation inJson(JacksonException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath())
            pointer.append('/').append(step.getPropertyName() != null ? step.getPropertyName() : step.getIndex());
        return new Violation(pointer.toString(), null, reason(e));
    }

    private static ProblemDetail unreadable(Violation violation) {
        var problem = Problems.named(
                HttpStatus.BAD_REQUEST,
                "unreadable-request",
                "The request cannot be read as what this endpoint takes.");
        problem.setProperty("errors", List.of(violation));
        return problem;
    }

    private static String reason(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException _ -> "is not a property of this request";
            case MismatchedInputException _ -> "does not have the form this property takes";
            default -> "is not well-formed JSON";
        };
    }

    /** {@code guests[0].name} as {@code /guests/0/name}. */
    private static String pointer(String path) {
        return "/" + path.replace("]", "").replace('[', '/').replace('.', '/');
    }

    private static String text(MessageSourceResolvable error) {
        return Optional.ofNullable(error.getDefaultMessage()).orElse("is not valid");
    }
}
