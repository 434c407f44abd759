package org.sistercities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocsPageTest {
    @LocalServerPort
    private int port;

    private Client client;

    @BeforeEach
    void client() {
        client = new Client(port);
    }

    @ParameterizedTest
    @CsvSource({"/api/docs, text/html", "/api/docs/docs.js, text/javascript", "/api/docs/docs.css, text/css"})
    void the_page_and_what_it_is_made_of_are_everybodys(String path, String type) {
        var answer = client.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(answer.body()).doesNotContain("http://", "https://"); // nothing from elsewhere
    }

    @Test
    void it_needs_no_exception_from_the_policy_for_pages() {
        var page = client.get("/api/docs");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self';")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain("style=")
                .doesNotContain("<style")
                .doesNotContain("onclick");
        assertThat(page.body().split("<script")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"/api/docs/nothing.js", "/api/docs/..%2fapplication.yml", "/api/docs/../application.yml"})
    void nothing_else_is_served_from_there(String path) {
        assertThat(client.get(path).statusCode()).isBetween(400, 404);
    }
}
