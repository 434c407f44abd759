package org.sistercities.gateway.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercities.platform.problem.ProblemPage;
import org.springframework.http.ProblemDetail;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TroublePageTest {
    private final ProblemPage pages;

    TroublePageTest() throws IOException {
        this.pages = new TroublePage();
    }

    @ParameterizedTest
    @CsvSource({
        "503, en, We will be right back",
        "504, de-CH, Wir sind gleich wieder da",
        "429, en-US, again in 7 seconds",
        "429, de, in 7 Sekunden noch einmal",
        "413, en, more than 9 bytes",
        "413, de, mehr als 9 Bytes",
        "408, en, That took too long",
        "408, de, Das hat zu lange gedauert",
        "503, no language at all, We will be right back"
    })
    void each_is_told_in_the_reader_s_language_with_its_facts(int status, String language, String words) {
        var page = page("/cities", "text/html", language, status).orElseThrow();
        assertThat(page.body()).contains(words).doesNotContainPattern("\\{[a-z0-9]+}");
    }

    @Test
    void programs_and_the_api_get_the_problem() {
        assertThat(page("/cities", "*/*", "en", 503)).isEmpty();
        assertThat(page("/api/v1/cities", "text/html", "en", 503)).isEmpty();
        assertThat(page("/cities", "text/html", "en", 404)).isEmpty();
    }

    private Optional<ProblemPage.Page> page(String path, String accept, String language, int status) {
        var problem = ProblemDetail.forStatus(status);
        problem.setProperty("retryAfter", 7);
        problem.setProperty("limit", 9);
        return pages.of(
                MockServerHttpRequest.get(path)
                        .header("Accept", accept)
                        .header("Accept-Language", language)
                        .build(),
                problem);
    }
}
