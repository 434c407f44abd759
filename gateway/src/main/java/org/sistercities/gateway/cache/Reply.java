package org.sistercities.gateway.cache;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a client an answer that is kept here, or tells it that what it has is that. */
final class Reply {
    private final LongSupplier nanoTime;
    private final MeterRegistry metrics;

    /** How an answer came about, in the words of RFC 9211. */
    enum How {
        HIT("hit"),
        COLLAPSED("fwd=miss; collapsed"),
        STORED("fwd=miss; stored"),
        REVALIDATED("fwd=stale; fwd-status=304");

        private final String status;

        How(String status) {
            this.status = "edge; " + status;
        }
    }

    Reply(LongSupplier nanoTime, MeterRegistry metrics) {
        this.nanoTime = nanoTime;
        this.metrics = metrics;
    }

    /** Answers, says in Cache-Status how, and counts it. */
    Mono<Void> give(ServerWebExchange exchange, Answer answer, How how) {
        metrics.counter("sistercities.cache.answers", "how", how.name().toLowerCase(Locale.ROOT))
                .increment();
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        answer.headers().forEach(headers::put);
        headers.set("Age", Long.toString(answer.age(nanoTime.getAsLong())));
        headers.set("Cache-Status", how.status);
        var status = answer.status(exchange.getRequest().getHeaders());
        response.setStatusCode(status);
        if (status == HttpStatus.NOT_MODIFIED) return response.setComplete();
        headers.setContentLength(answer.body().length);
        if (exchange.getRequest().getMethod().equals(HttpMethod.HEAD)) return response.setComplete();
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(answer.body())));
    }
}
