package org.sistercities.platform.server;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What the HTTP server needs beyond Spring Boot's settings. */
@AutoConfiguration
class ServerAutoConfiguration {

    @Bean
    NeverAtOnce neverAtOnce() {
        return new NeverAtOnce();
    }
}
