package org.sistercities.gateway.limits;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Mono;

/** Where requests are counted, as configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitsProperties.class)
class TallyConfiguration {

    @Bean
    Tally tally(
            LimitsProperties limits,
            ObjectProvider<ReactiveStringRedisTemplate> redis,
            ObjectProvider<DataRedisProperties> connection,
            MeterRegistry metrics) {
        var meter = new Meter(limits, System::nanoTime);
        return switch (limits.store()) {
            case LOCAL -> (kind, client) -> Mono.fromSupplier(() -> meter.count(kind, client));
            case REDIS ->
                new SharedTally(
                        limits.rates(),
                        redis.getObject(),
                        requireNonNull(connection.getObject().getTimeout()),
                        meter,
                        metrics);
        };
    }
}
