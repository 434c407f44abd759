package org.sistercities.gateway.shared;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The connection to Redis ({@code spring.data.redis.*}), only where something is kept there: nobody else has one to fail. */
@Configuration(proxyBeanMethods = false)
@Conditional(SharedState.SomethingIsShared.class)
@Import(DataRedisAutoConfiguration.class)
class SharedState {

    /** Without a connection a command fails at once, and answers go on in threads of many, not in the one that reads from Redis. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failFast() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .publishOnScheduler(true);
    }

    /** Sessions, limits or both. */
    static final class SomethingIsShared extends AnyNestedCondition {
        SomethingIsShared() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        /** Sessions are. */
        @ConditionalOnProperty(name = "sistercities.sessions.store", havingValue = "redis")
        static final class Sessions {}

        /** Limits are. */
        @ConditionalOnProperty(name = "sistercities.limits.store", havingValue = "redis")
        static final class Limits {}
    }
}
