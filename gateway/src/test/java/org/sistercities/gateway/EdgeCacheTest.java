package org.sistercities.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercities.gateway.PublicService.Page;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Which answers are given again, which never, and how often a service is asked. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "sistercities.limits.rates.read.quota=100000",
            "sistercities.limits.rates.sign-in.quota=100000",
            "sistercities.cache.largest=10KB"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
class EdgeCacheTest {
    private static final PublicService SERVICE = new PublicService();
    private static final String FOR_A_MINUTE = "public, max-age=60";

    @LocalServerPort
    private int port;

    private Client client;
    private String path;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("sistercities.services.city", SERVICE::uri);
    }

    @BeforeEach
    void another_page() {
        client = new Client(port);
        path = "/api/v1/cities/" + UUID.randomUUID();
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
    }

    @Test
    void what_is_public_is_asked_for_once_and_given_whole_again() {
        SERVICE.put(
                path, new Page("Lockport", "Cache-Control", FOR_A_MINUTE, "ETag", "\"7\"", "Content-Language", "en"));

        var first = client.get(path);
        var again = client.get(path);

        assertThat(first.body()).isEqualTo("Lockport").isEqualTo(again.body());
        assertThat(header(first, "Cache-Status")).isEqualTo("edge; fwd=miss; stored");
        assertThat(header(again, "Cache-Status")).isEqualTo("edge; hit");
        assertThat(header(again, "Age")).matches("\\d+");
        for (var name : new String[] {"ETag", "Content-Language", "Cache-Control", "Content-Length"})
            assertThat(header(again, name)).as(name).isEqualTo(header(first, name));
        assertThat(header(again, "RateLimit-Policy")).startsWith("\"read\""); // of this client, not of the first
        assertAsked(1);
    }

    @Test
    void a_head_is_answered_from_what_a_get_brought() {
        SERVICE.put(path, new Page("Lockport", "Cache-Control", FOR_A_MINUTE));
        client.get(path);

        var head =
                client.send(path, request -> request.method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));

        assertThat(header(head, "Content-Length")).isEqualTo("8");
        assertThat(head.body()).isEmpty();
        assertAsked(1);
    }

    @Test
    void who_has_it_already_is_told_so_by_the_edge_itself() {
        SERVICE.put(path, new Page("Lockport", "Cache-Control", FOR_A_MINUTE, "ETag", "\"7\""));
        client.get(path);

        for (var known : new String[] {"\"7\"", "\"6\", \"7\"", "W/\"7\"", "*"}) {
            var answer = client.send(path, request -> request.header("If-None-Match", known));
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(header(answer, "ETag")).isEqualTo("\"7\"");
        }
        assertThat(client.send(path, request -> request.header("If-None-Match", "\"8\""))
                        .statusCode())
                .isEqualTo(200);
        assertAsked(1);
    }

    @Test
    void what_must_be_confirmed_each_time_is_asked_for_without_its_body_being_sent_again() {
        SERVICE.put(path, new Page("Lockport", "Cache-Control", "public, no-cache", "ETag", "\"7\""));
        client.get(path);

        var again = client.get(path);
        assertThat(again.body()).isEqualTo("Lockport");
        assertThat(header(again, "Cache-Status")).isEqualTo("edge; fwd=stale; fwd-status=304");
        assertThat(SERVICE.asked(path).getLast().get("If-none-match")).containsExactly("\"7\"");

        SERVICE.put(path, new Page("Lockport!", "Cache-Control", "public, no-cache", "ETag", "\"8\""));
        assertThat(client.get(path).body()).isEqualTo("Lockport!");
        assertThat(client.send(path, request -> request.header("If-None-Match", "\"7\""))
                        .body())
                .isEqualTo("Lockport!");
        assertAsked(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "max-age=60",
                "private, max-age=60",
                "public, private=\"Set-Cookie\", max-age=60",
                "no-store",
                "public, no-store, max-age=60",
                "PUBLIC, NO-STORE, s-maxage=60",
                "public",
                "public, max-age=0",
                "public, max-age=nonsense",
                "public, s-maxage=0, max-age=60"
            })
    void nothing_is_kept_that_the_service_does_not_allow(String cacheControl) {
        SERVICE.put(path, cacheControl.equals("none") ? new Page("x") : new Page("x", "Cache-Control", cacheControl));
        client.get(path);
        client.get(path);
        assertAsked(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Device abc",
        "Cookie, theme=dark",
        "Registration-Token, abc",
        "Range, bytes=0-1",
        "Accept, text/event-stream"
    })
    void a_request_with_credentials_or_for_a_part_neither_reads_nor_fills_the_cache(String name, String value) {
        SERVICE.put(path, new Page("mine", "Cache-Control", FOR_A_MINUTE));
        client.send(path, request -> request.header(name, value));
        client.get(path);
        client.send(path, request -> request.header(name, value));
        assertAsked(3);
    }

    @Test
    void an_answer_that_sets_a_cookie_is_kept_from_others() {
        SERVICE.put(path, new Page("mine", "Cache-Control", FOR_A_MINUTE, "Set-Cookie", "a=b"));
        assertThat(client.get(path).headers().firstValue("Set-Cookie")).isEmpty();
        client.get(path);
        assertAsked(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 206, 301, 404, 410, 500, 503})
    void only_a_200_is_kept(int status) {
        SERVICE.put(path, new Page(status, Map.of("Cache-Control", FOR_A_MINUTE), "x".getBytes(), 1));
        client.get(path);
        client.get(path);
        assertThat(SERVICE.asked(path)).hasSize(status == 503 ? 4 : 2); // a 503 is tried twice
    }

    @Test
    void large_answers_and_those_of_unknown_length_pass_by_whole() {
        var large = "x".repeat(10 * 1024 + 1);
        SERVICE.put(path, new Page(large, "Cache-Control", FOR_A_MINUTE));
        assertThat(client.get(path).body()).isEqualTo(large);
        assertThat(client.get(path).body()).isEqualTo(large);
        assertAsked(2);

        var chunked = path + "/policy";
        SERVICE.put(chunked, new Page(200, Map.of("Cache-Control", FOR_A_MINUTE), "abc".getBytes(), -1));
        assertThat(client.get(chunked).body()).isEqualTo("abc");
        client.get(chunked);
        assertThat(SERVICE.asked(chunked)).hasSize(2);
    }

    @Test
    void an_answer_that_breaks_off_is_not_kept() {
        SERVICE.put(path, new Page(200, Map.of("Cache-Control", FOR_A_MINUTE), "abc".getBytes(), 10));
        assertThat(client.get(path).statusCode()).isGreaterThanOrEqualTo(500);
        SERVICE.put(path, new Page("whole", "Cache-Control", FOR_A_MINUTE));
        assertThat(client.get(path).body()).isEqualTo("whole");
    }

    @Test
    void answers_that_vary_are_kept_apart() {
        SERVICE.put(path, new Page("en", "Cache-Control", FOR_A_MINUTE, "Vary", "Accept-Language"));
        assertThat(inLanguage("en")).isEqualTo("en");
        SERVICE.put(path, new Page("it", "Cache-Control", FOR_A_MINUTE, "Vary", "Accept-Language"));
        assertThat(inLanguage("it")).isEqualTo("it");
        assertThat(inLanguage("en")).isEqualTo("en");
        assertThat(inLanguage("it")).isEqualTo("it");
        assertAsked(2);

        var star = path + "/policy";
        SERVICE.put(star, new Page("x", "Cache-Control", FOR_A_MINUTE, "Vary", "*"));
        client.get(star);
        client.get(star);
        assertThat(SERVICE.asked(star)).hasSize(2);
    }

    @Test
    void queries_are_told_apart() {
        for (var query : new String[] {"?q=a", "?q=b", "?q=a&limit=1", ""}) {
            SERVICE.put(path + query, new Page(query, "Cache-Control", FOR_A_MINUTE));
            client.get(path + query);
            assertThat(client.get(path + query).body()).isEqualTo(query);
        }
    }

    @Test
    void of_many_who_ask_at_once_one_asks_the_service() {
        SERVICE.put(path, new Page("Lockport", "Cache-Control", FOR_A_MINUTE));
        SERVICE.held.set(1);
        var all = ask(200);
        Awaitility.await().until(() -> !SERVICE.asked(path).isEmpty());
        SERVICE.held.set(0);

        assertThat(all).extracting(answer -> answer.join().body()).containsOnly("Lockport");
        assertAsked(1);
    }

    @Test
    void of_many_who_ask_at_once_for_what_is_not_for_all_each_gets_its_own() {
        SERVICE.put(path, new Page("mine", "Cache-Control", "private"));
        SERVICE.held.set(1);
        var all = ask(50);
        Awaitility.await().until(() -> !SERVICE.asked(path).isEmpty());
        SERVICE.held.set(0);

        assertThat(all).extracting(answer -> answer.join().statusCode()).containsOnly(200);
        assertAsked(50);
    }

    @Test
    void one_who_asked_first_and_went_away_keeps_nobody_waiting() throws Exception {
        SERVICE.put(path, new Page("Lockport", "Cache-Control", FOR_A_MINUTE));
        SERVICE.held.set(1);
        try (var rude = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), port)) {
            rude.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: g\r\n\r\n").getBytes());
            Awaitility.await().until(() -> !SERVICE.asked(path).isEmpty());
        }
        var others = ask(20);
        SERVICE.held.set(0);

        assertThat(others).extracting(answer -> answer.join().body()).containsOnly("Lockport");
        assertThat(SERVICE.asked(path)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void when_the_first_goes_away_one_of_those_who_wait_asks_for_all_of_them() throws Exception {
        SERVICE.put(path, new Page("Lockport", "Cache-Control", FOR_A_MINUTE));
        SERVICE.held.set(1);
        var others = java.util.List.<CompletableFuture<HttpResponse<String>>>of();
        try (var rude = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), port)) {
            rude.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: g\r\n\r\n").getBytes());
            Awaitility.await().until(() -> !SERVICE.asked(path).isEmpty());
            others = ask(20);
            Awaitility.await()
                    .during(Duration.ofMillis(300))
                    .until(() -> SERVICE.asked(path).size() == 1);
        }
        Awaitility.await().until(() -> SERVICE.asked(path).size() > 1);
        SERVICE.held.set(0);

        assertThat(others).extracting(answer -> answer.join().body()).containsOnly("Lockport");
        assertAsked(2);
    }

    private java.util.List<CompletableFuture<HttpResponse<String>>> ask(int times) {
        return Stream.generate(() -> client.start(path, request -> {}))
                .limit(times)
                .toList();
    }

    private String inLanguage(String language) {
        return client.send(path, request -> request.header("Accept-Language", language))
                .body();
    }

    private void assertAsked(int times) {
        assertThat(SERVICE.asked(path)).hasSize(times);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers()
                .firstValue(name)
                .orElseThrow(() -> new AssertionError(name + " in " + answer.headers()));
    }
}
