package org.sistercities.platform.observability;

import io.micrometer.tracing.Tracer;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The clock and the current trace, so that neither domain code nor the outbox needs to look for them. */
@AutoConfiguration
class ObservabilityAutoConfiguration {

    /** Ticks in milliseconds, the finest both MongoDB and the JSON of an event keep. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(java.time.ZoneOffset.UTC);
    }

    @Bean
    CurrentTrace currentTrace(ObjectProvider<Tracer> tracer) {
        return () -> {
            var context = tracer.stream()
                    .findFirst()
                    .map(Tracer::currentTraceContext)
                    .map(current -> current.context())
                    .orElse(null);
            if (context == null) return null;
            var sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
            return "00-" + context.traceId() + "-" + context.spanId() + "-" + sampled;
        };
    }
}
