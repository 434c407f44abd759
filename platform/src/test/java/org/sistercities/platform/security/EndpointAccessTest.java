package org.sistercities.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EndpointAccessTest {

    @Test
    void an_endpoint_nobody_classified_stops_the_service_from_starting() {
        assertThatThrownBy(() -> start(Forgotten.class))
                .hasMessageContaining("Neither @Public nor @AllowedFor")
                .hasMessageContaining("Forgotten#secret");
    }

    @Test
    void a_classified_one_starts() {
        start(Classified.class);
    }

    @Test
    void every_role_is_found_by_its_claim() {
        assertThat(Arrays.stream(Role.values())
                        .map(role -> Role.ofClaim(role.claim()).orElseThrow()))
                .containsExactly(Role.values());
        assertThat(Role.ofClaim("root")).isEmpty();
    }

    private static void start(Class<?> controller) {
        new AnnotationConfigApplicationContext(Web.class, controller).close();
    }

    @Configuration
    @EnableWebFlux
    static class Web {
        @Bean
        EndpointAccess endpointAccess(RequestMappingHandlerMapping requestMappingHandlerMapping) {
            return new EndpointAccess(requestMappingHandlerMapping);
        }
    }

    @RestController
    static class Forgotten {
        @GetMapping("/secret")
        String secret() {
            return "";
        }
    }

    @RestController
    @Public
    static class Classified {
        @GetMapping("/open")
        String open() {
            return "";
        }

        @GetMapping("/shut")
        @AllowedFor(Role.ADMINISTRATOR)
        String shut() {
            return "";
        }
    }
}
