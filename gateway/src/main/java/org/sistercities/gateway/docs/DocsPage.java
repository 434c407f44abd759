package org.sistercities.gateway.docs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * One page for the descriptions of all services, which it asks each service for. A page of our own, because Swagger UI needs inline
 * styles, which our Content-Security-Policy forbids.
 */
@Configuration(proxyBeanMethods = false)
class DocsPage {
    private static final String PATH = "/api/docs";

    @Bean
    RouterFunction<ServerResponse> docs() {
        return RouterFunctions.route()
                .GET(
                        PATH,
                        request -> ServerResponse.ok()
                                .contentType(MediaType.TEXT_HTML)
                                .bodyValue(new ClassPathResource("docs/index.html")))
                .build()
                .and(RouterFunctions.resources(PATH + "/*", new ClassPathResource("docs/")));
    }
}
