package org.sistercities.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Bodies of every size, announced and chunked, with the shipped limits. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BodyLimitTest {
    private static final int MB = 1024 * 1024;
    private static final StubService SERVICE = new StubService();

    @LocalServerPort
    private int port;

    private Client client;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("sistercities.services.city", SERVICE::uri);
    }

    @BeforeEach
    void nothing_seen_yet() {
        client = new Client(port);
        SERVICE.seen.clear();
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
    }

    @Test
    void a_body_of_exactly_the_limit_passes_announced_or_chunked() throws InterruptedException {
        var body = new byte[MB];
        client.send("/api/v1/cities", request -> request.POST(BodyPublishers.ofByteArray(body)));
        assertThat(SERVICE.seen.poll(30, TimeUnit.SECONDS).body()).hasSize(MB);

        client.send(
                "/api/v1/cities",
                request -> request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        assertThat(SERVICE.seen.poll(30, TimeUnit.SECONDS).body()).hasSize(MB);
    }

    @Test
    void a_length_over_the_limit_is_refused_before_the_body_comes() throws IOException {
        assertTooLarge(client.raw(post("/api/v1/cities", "Content-Length: " + (MB + 1))), MB);
        assertThat(SERVICE.seen).isEmpty();
    }

    @Test
    void a_chunked_body_is_cut_off_at_the_limit() throws IOException {
        var request = new ByteArrayOutputStream();
        request.writeBytes(post("/api/v1/cities", "Transfer-Encoding: chunked"));
        request.writeBytes((Integer.toHexString(MB + 1) + "\r\n").getBytes(UTF_8));
        request.writeBytes(new byte[MB + 1]); // and no end: the answer must not wait for it

        assertTooLarge(client.raw(request.toByteArray()), MB);
        assertThat(SERVICE.seen).isEmpty(); // it saw a request that broke off, and did nothing
    }

    /** In a race with the service's connection, which is lost only now and then. */
    @Test
    void a_body_that_breaks_off_never_looks_whole_to_the_service() throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            var request = new ByteArrayOutputStream();
            request.writeBytes(post("/api/v1/cities", "Transfer-Encoding: chunked"));
            request.writeBytes("zz\r\nhello\r\n0\r\n\r\n".getBytes(UTF_8));
            client.raw(request.toByteArray());
        }
        client.get("/api/v1/cities/last");
        assertThat(SERVICE.seen.poll(30, TimeUnit.SECONDS).target()).isEqualTo("/api/v1/cities/last");
    }

    @Test
    void an_import_may_be_ten_times_as_large() throws InterruptedException, IOException {
        client.send(
                "/api/v1/partnerships/imports", request -> request.POST(BodyPublishers.ofByteArray(new byte[10 * MB])));
        assertThat(SERVICE.seen.poll(30, TimeUnit.SECONDS).body()).hasSize(10 * MB);

        assertTooLarge(client.raw(post("/api/v1/partnerships/imports", "Content-Length: " + (10 * MB + 1))), 10 * MB);
    }

    private static byte[] post(String path, String framing) {
        return ("POST " + path + " HTTP/1.1\r\nHost: gateway\r\n" + framing + "\r\n\r\n").getBytes(UTF_8);
    }

    private static void assertTooLarge(String answer, int limit) {
        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"/problems/body-too-large\"")
                .contains("\"limit\":" + limit);
    }
}
