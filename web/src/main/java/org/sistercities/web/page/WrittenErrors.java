package org.sistercities.web.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.ProblemPage;
import org.sistercities.web.api.Away;
import org.sistercities.web.api.NotAllowed;
import org.sistercities.web.api.NotThere;
import org.sistercities.web.api.Refused;
import org.sistercities.web.api.SiteProperties;
import org.sistercities.web.api.Unknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Says in a page what went wrong, that nothing was lost, and what to do next; programs get a problem instead. */
@ControllerAdvice
class WrittenErrors {
    private static final Logger LOG = LoggerFactory.getLogger(WrittenErrors.class);

    private final Pages pages;
    private final String site;

    WrittenErrors(Pages pages, SiteProperties properties) {
        this.pages = pages;
        this.site = properties.url();
    }

    @ExceptionHandler
    Mono<ResponseEntity<?>> write(Exception failure, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var status = status(failure);
        if (status == HttpStatus.INTERNAL_SERVER_ERROR) LOG.error("{}", request.getPath(), failure);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) LOG.warn("Away: {}", failure.getMessage());
        if (!ProblemPage.isReadBySomebody(request))
            return Mono.just(ResponseEntity.of(ProblemDetail.forStatus(status)).build());
        return status == HttpStatus.UNAUTHORIZED && isFormOfOurs(request)
                ? exchange.getFormData().map(fields -> toBeSentAgain(status, request, fields))
                : Mono.just(pages.trouble(status, PageArguments.visitor(request), Map.of("trouble", key(status))));
    }

    /** Whose sign-in has run out loses nothing they have typed: the page holds it until they have signed in elsewhere. */
    private ResponseEntity<byte[]> toBeSentAgain(
            HttpStatus status, ServerHttpRequest request, MultiValueMap<String, String> fields) {
        var visitor = PageArguments.visitor(request);
        return pages.trouble(
                status, visitor, Map.of("trouble", "send-again", "address", address(request), "fields", fields));
    }

    private static String address(ServerHttpRequest request) {
        var query = request.getURI().getRawQuery();
        var path = request.getURI().getRawPath();
        return query == null ? path : path + "?" + query;
    }

    /** What another site has filled in is not offered to be sent in our visitor's name. */
    private boolean isFormOfOurs(ServerHttpRequest request) {
        var headers = request.getHeaders();
        @Nullable String from = headers.getFirst("Sec-Fetch-Site");
        return HttpMethod.POST.equals(request.getMethod())
                && MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(headers.getContentType())
                && (from == null ? site.equals(headers.getOrigin()) : from.equals("same-origin"));
    }

    private static HttpStatus status(Exception failure) {
        return switch (failure) {
            case NotThere _ -> HttpStatus.NOT_FOUND;
            case Away _ -> HttpStatus.SERVICE_UNAVAILABLE;
            case NotAllowed _ -> HttpStatus.FORBIDDEN;
            case Unknown _ -> HttpStatus.UNAUTHORIZED;
            case Refused refused when refused.status() == 401 -> HttpStatus.UNAUTHORIZED;
            case Refused refused when refused.status() == 403 -> HttpStatus.FORBIDDEN;
            case Refused _ -> HttpStatus.UNPROCESSABLE_CONTENT; // of what no page has words for
            case ErrorResponse known -> HttpStatus.valueOf(known.getStatusCode().value());
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static String key(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case UNAUTHORIZED -> "sign-in";
            case FORBIDDEN -> "not-allowed";
            case SERVICE_UNAVAILABLE -> "away";
            case INTERNAL_SERVER_ERROR -> "fault";
            default -> "not-understood";
        };
    }
}
