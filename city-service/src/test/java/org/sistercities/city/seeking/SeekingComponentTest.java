package org.sistercities.city.seeking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.platform.messaging.TopicTail;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The board and the handshake over HTTP, alone and with a second replica. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeekingComponentTest extends CityServiceTest {
    private static final String CONCORD = "gn4461574";
    private static final String KILLARNEY = "gn2963370";
    private static final String ASIAGO = "gn3182744";
    private static final String LOCKPORT = "gn4900292";

    @Autowired
    Seeking seeking;

    @Test
    void from_a_listing_to_a_handshake() {
        withdraw(CONCORD);
        post(CONCORD, "We race cars.", representativeOf(CONCORD)).expectStatus().isCreated();
        post(CONCORD, "We race cars.", representativeOf(CONCORD)).expectStatus().isOk();
        refused(post(CONCORD, "Another one.", ADMINISTRATOR), 409, "already-seeking");
        refused(post(CONCORD, "We race cars.", representativeOf(KILLARNEY)), 403, "not-your-city");
        assertThat(seeking.isSeeking(CONCORD)).isTrue();
        assertThat(body("/api/v1/cities/" + CONCORD, ADMINISTRATOR)).contains("\"seeking\":true");
        assertThat(body("/api/v1/cities/" + KILLARNEY, ADMINISTRATOR)).contains("\"seeking\":false");
        assertThat(body("/api/v1/cities?q=concord&seeking=true", ADMINISTRATOR)).contains(CONCORD);
        assertThat(body("/api/v1/cities?q=killarney&seeking=true", ADMINISTRATOR))
                .contains("\"items\":[]");

        var read = send(HttpMethod.GET, "/api/v1/seeking/" + CONCORD, null, null)
                .expectStatus()
                .isOk();
        var text = read.expectBody(String.class).returnResult();
        assertThat(text.getResponseBody()).contains("We race cars.").doesNotContain("clerk@", "contact");
        assertThat(text.getResponseHeaders().getETag()).isNotNull();

        var interest = "/api/v1/seeking/" + CONCORD + "/interests/" + KILLARNEY;
        var declaration = Map.of("contact", contact("sisters@killarney.example"));
        refused(send(HttpMethod.PUT, interest, representativeOf(CONCORD), declaration), 403, "not-your-city");
        send(HttpMethod.PUT, interest, representativeOf(KILLARNEY), declaration)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DECLARED")
                .jsonPath("$.contacts")
                .doesNotExist();
        for (var who : List.of(representativeOf(CONCORD), representativeOf(KILLARNEY), ADMINISTRATOR))
            assertThat(body(interest, who)).doesNotContain("@");
        assertThat(send(HttpMethod.GET, "/api/v1/seeking/" + CONCORD, null, null)
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getETag())
                .as("the public page does not tell that somebody is interested")
                .isEqualTo(text.getResponseHeaders().getETag());

        refused(
                send(HttpMethod.PUT, interest + "/answer", representativeOf(KILLARNEY), Map.of("mutual", true)),
                403,
                "not-your-city");
        send(HttpMethod.PUT, interest + "/answer", representativeOf(CONCORD), Map.of("mutual", true))
                .expectStatus()
                .isOk();
        for (var who : List.of(representativeOf(CONCORD), representativeOf(KILLARNEY), ADMINISTRATOR))
            assertThat(body(interest, who)).contains("clerk@concord.example", "sisters@killarney.example");
        refused(send(HttpMethod.GET, interest, representativeOf(ASIAGO), null), 403, "not-your-city");
        send(HttpMethod.GET, interest, null, null).expectStatus().isUnauthorized();
        send(HttpMethod.GET, interest, TestIssuer.bearer("ed", Role.EDITOR), null)
                .expectStatus()
                .isForbidden();
        assertThat(body("/api/v1/seeking/" + CONCORD + "/interests", representativeOf(CONCORD)))
                .contains("sisters@killarney.example");

        send(HttpMethod.DELETE, interest, representativeOf(KILLARNEY), null)
                .expectStatus()
                .isNoContent();
        refused(send(HttpMethod.GET, interest, representativeOf(CONCORD), null), 404, "no-such-interest");
        send(HttpMethod.DELETE, "/api/v1/seeking/" + CONCORD, representativeOf(CONCORD), null)
                .expectStatus()
                .isNoContent();
        refused(send(HttpMethod.GET, "/api/v1/seeking/" + CONCORD, null, null), 404, "not-seeking");
        refused(
                send(HttpMethod.GET, "/api/v1/seeking/" + CONCORD + "/posting", ADMINISTRATOR, null),
                404,
                "not-seeking");
        assertThat(seeking.isSeeking(CONCORD)).isFalse();
    }

    @Test
    void a_listing_is_changed_by_those_who_have_read_it() {
        withdraw(ASIAGO);
        var etag = post(ASIAGO, "Cheese.", representativeOf(ASIAGO))
                .expectStatus()
                .isCreated()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();
        var posting = "/api/v1/seeking/" + ASIAGO + "/posting";
        assertThat(body(posting, representativeOf(ASIAGO))).contains("Cheese.", "@");
        refused(send(HttpMethod.GET, posting, representativeOf(CONCORD), null), 403, "not-your-city");
        edit(ASIAGO, "Cheese and skiing.", etag).expectStatus().isOk();
        refused(edit(ASIAGO, "Only skiing.", etag), 412, "listing-has-changed");
        send(HttpMethod.POST, "/api/v1/seeking/" + ASIAGO + "/renewal", representativeOf(ASIAGO), null)
                .expectStatus()
                .isOk();
        refused(post(ASIAGO, "word ".repeat(351), ADMINISTRATOR), 422, "too-many-words");
    }

    @Test
    void the_board_is_filtered() {
        withdraw(LOCKPORT);
        post(LOCKPORT, "A canal town.", representativeOf(LOCKPORT))
                .expectStatus()
                .isCreated();
        listed("", true);
        listed("?country=US&theme=YOUTH_AND_EDUCATION&language=en", true);
        listed("?wantedRegion=EUROPE&wantedCountry=JP", true);
        listed("?region=NORTH_AMERICA&maxPopulation=30000", true);
        listed("?suits=" + ASIAGO, true);
        listed("?suits=" + SEATTLE, false); // neither in Europe nor in Japan
        listed("?country=IT", false);
        listed("?theme=BUSINESS_AND_TRADE", false);
        listed("?minPopulation=1000000", false);
    }

    @Test
    void a_filter_that_is_none_is_a_problem_that_names_the_parameter_and_no_class() {
        var problem = send(HttpMethod.GET, "/api/v1/seeking?theme=NOPE", null, null)
                .expectStatus()
                .isEqualTo(422)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(problem).contains("\"parameter\":\"theme\"").doesNotContain("org.sistercities", "java.lang");
    }

    @Test
    void wishes_that_cannot_be_are_refused() {
        var nowhere = listing("Hello");
        nowhere.put("wanted", Map.of("countries", List.of("QQ")));
        refused(send(HttpMethod.PUT, "/api/v1/seeking/" + BERGEN, ADMINISTRATOR, nowhere), 422, "unknown-country");
        var nobody = listing("Hello");
        nobody.put("wanted", Map.of("minPopulation", 10, "maxPopulation", 9));
        refused(send(HttpMethod.PUT, "/api/v1/seeking/" + BERGEN, ADMINISTRATOR, nobody), 422, "empty-population-band");
        var anonymous = listing("Hello");
        anonymous.put("contact", Map.of("name", "Kim", "email", "nowhere"));
        refused(send(HttpMethod.PUT, "/api/v1/seeking/" + BERGEN, ADMINISTRATOR, anonymous), 422, "invalid-request");
        refused(post("gn0", "Atlantis", ADMINISTRATOR), 404, "no-such-aggregate");
    }

    @Test
    void of_many_postings_at_once_one_is_made() throws Exception {
        withdraw(BERGEN);
        var statuses = atOnce(IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i -> () -> status(post(BERGEN, "Text " + i, representativeOf(BERGEN))))
                .toList());
        assertThat(statuses).containsOnlyOnce(201).hasSize(12);
        assertThat(statuses.stream().filter(status -> status != 201)).containsOnly(409);
    }

    @RepeatedTest(10)
    void an_interest_taken_back_while_it_is_accepted_shows_nobody_a_contact() throws Exception {
        post(SEATTLE, "Coffee.", representativeOf(SEATTLE));
        var interest = "/api/v1/seeking/" + SEATTLE + "/interests/" + KILLARNEY;
        send(HttpMethod.PUT, interest, representativeOf(KILLARNEY), Map.of("contact", contact("k@example.org")))
                .expectStatus()
                .isOk();
        var statuses = atOnce(List.of(
                () -> status(send(HttpMethod.DELETE, interest, representativeOf(KILLARNEY), null)),
                () -> status(send(
                        HttpMethod.PUT, interest + "/answer", representativeOf(SEATTLE), Map.of("mutual", true)))));
        assertThat(statuses.get(0)).isEqualTo(204);
        assertThat(statuses.get(1)).isIn(200, 404);
        refused(send(HttpMethod.GET, interest, representativeOf(SEATTLE), null), 404, "no-such-interest");
    }

    @Test
    void every_replica_knows_who_is_seeking() {
        withdraw("gn2988507");
        try (var replica = secondReplica()) {
            var there = replica.getBean(Seeking.class);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> replica.getBean("seekingTail", TopicTail.class).caughtUp());
            post("gn2988507", "Lumière.", ADMINISTRATOR).expectStatus().isCreated();
            await().atMost(Duration.ofMinutes(1)).until(() -> there.isSeeking("gn2988507"));
            withdraw("gn2988507");
            await().atMost(Duration.ofMinutes(1)).until(() -> !there.isSeeking("gn2988507"));
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var done : threads.invokeAll(tasks)) results.add(done.get());
            return results;
        }
    }

    private void listed(String filter, boolean expected) {
        send(HttpMethod.GET, "/api/v1/seeking" + filter, null, null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].city.id")
                .value(
                        new ParameterizedTypeReference<List<String>>() {},
                        ids -> assertThat(ids.contains(LOCKPORT)).as(filter).isEqualTo(expected));
    }

    private void withdraw(String city) {
        send(HttpMethod.DELETE, "/api/v1/seeking/" + city, ADMINISTRATOR, null);
    }

    private ResponseSpec post(String city, String text, String bearer) {
        return send(HttpMethod.PUT, "/api/v1/seeking/" + city, bearer, listing(text));
    }

    private ResponseSpec edit(String city, String text, String etag) {
        return http.put()
                .uri("/api/v1/seeking/" + city)
                .header(HttpHeaders.AUTHORIZATION, representativeOf(city))
                .header(HttpHeaders.IF_MATCH, etag)
                .bodyValue(listing(text))
                .exchange();
    }

    private ResponseSpec send(HttpMethod method, String uri, String bearer, Object body) {
        var request = http.method(method).uri(uri);
        if (bearer != null) request.header(HttpHeaders.AUTHORIZATION, bearer);
        if (body != null) request.bodyValue(body);
        return request.exchange();
    }

    private String body(String uri, String bearer) {
        return send(HttpMethod.GET, uri, bearer, null)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static int status(ResponseSpec response) {
        return response.returnResult(Void.class).getStatus().value();
    }

    private static void refused(ResponseSpec response, int status, String type) {
        response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + type);
    }

    private static Map<String, Object> listing(String text) {
        return new HashMap<>(Map.of(
                "wanted",
                Map.of(
                        "regions", List.of("EUROPE"),
                        "countries", List.of("JP"),
                        "languages", List.of("en"),
                        "themes", List.of("YOUTH_AND_EDUCATION"),
                        "maxPopulation", 100_000),
                "text",
                text,
                "contact",
                contact("clerk@concord.example")));
    }

    private static Map<String, String> contact(String email) {
        return Map.of("name", "Kim Deason", "email", email);
    }
}
