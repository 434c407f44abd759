package org.sistercities.platform.server;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** What the HTTP server needs beyond Spring Boot's settings. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class ServerAutoConfiguration {

    @Bean
    NeverAtOnce neverAtOnce() {
        return new NeverAtOnce();
    }
}
