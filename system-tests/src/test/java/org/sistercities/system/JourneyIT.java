package org.sistercities.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main job, from end to end, on what {@code ./start} runs; then the same with processes killed in the middle of a rush. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {
    private static final String SEATTLE = "gn5809844";
    private static final String BERGEN = "gn3161732";
    private static final String WASHINGTON = "gn4140963";
    private static final String GALA = "sister-cities-gala-2027";
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    static Path data;

    private static RunningQuickstart system;

    @BeforeAll
    static void start() throws IOException {
        system = RunningQuickstart.start(data);
    }

    @AfterAll
    static void stop() {
        if (system != null) system.close();
    }

    @Test
    @Order(1)
    void a_visitor_finds_a_city_and_its_sisters() {
        var found = system.gateway()
                .get("/api/v1/cities?q=seattle&limit=5")
                .expect(200)
                .body();
        var seattle = found.path("items").path(0);
        assertThat(seattle.path("name").asString()).isEqualTo("Seattle");
        assertThat(seattle.path("geonameId").asInt()).isEqualTo(5809844);
        assertThat(seattle.propertyNames())
                .contains("id", "geonameId", "name", "region", "countryCode", "latitude", "longitude", "population");
        var city = system.gateway()
                .get("/api/v1/cities/" + seattle.path("id").asString())
                .expect(200)
                .body();
        assertThat(items(city.path("sisters")))
                .anyMatch(sister -> sister.path("name").asString().equals("Bergen"));
    }

    @Test
    @Order(1)
    void a_city_shows_the_stories_about_it_and_the_event_it_hosts() {
        await().atMost(LONG).untilAsserted(() -> {
            var city = system.gateway()
                    .get("/api/v1/cities/" + WASHINGTON)
                    .expect(200)
                    .body();
            assertThat(items(city.path("stories"))).isNotEmpty();
            assertThat(items(city.path("events")))
                    .anyMatch(event -> event.path("slug").asString().equals(GALA));
        });
    }

    @Test
    @Order(2)
    void two_representatives_sign_and_one_draft_story_appears() {
        var seattle = system.bearer("representative-seattle");
        var bergen = system.bearer("representative-bergen");
        var proposal = Map.of("kind", "FRIENDSHIP", "cities", List.of(SEATTLE, BERGEN));
        var proposed = system.gateway()
                .send("POST", "/api/v1/partnerships", proposal, "Authorization", seattle, "Idempotency-Key", "journey")
                .expect(201);
        var partnership = "/api/v1/partnerships/" + proposed.body().path("id").asString();
        var agreed = system.gateway()
                .send(
                        "PUT",
                        partnership + "/agreement",
                        Map.of("texts", Map.of("en", "We shall be friends.", "nb", "Vi skal være venner.")),
                        "Authorization",
                        seattle,
                        "If-Match",
                        proposed.etag())
                .expect(200);
        var hash = agreed.body().at("/agreement/textHash").asString();
        assertThat(hash).hasSize(64);
        sign(partnership, SEATTLE, hash, seattle);
        var signed = sign(partnership, BERGEN, hash, bergen);
        assertThat(signed.body().path("status").asString()).isEqualTo("ACTIVE");
        var certificate = signed.body().path("certificate").asString();
        var verified = system.gateway()
                .get("/api/v1/partnerships/verification?certificate=" + certificate)
                .expect(200);
        assertThat(verified.body().path("result").asString()).isEqualTo("VALID");

        var editor = system.bearer("editor");
        var id = proposed.body().path("id").asString();
        await().atMost(LONG).until(() -> draftsAbout(id, editor) == 1);
        sign(partnership, BERGEN, hash, bergen); // asked again: same answer, no second draft
        await().during(Duration.ofSeconds(3)).atMost(LONG).until(() -> draftsAbout(id, editor) == 1);
    }

    @Test
    @Order(3)
    void one_registration_sent_fifty_times_at_once_is_one_registration() throws Exception {
        var before = taken();
        Callable<Http.Answer> register = () -> register("fifty", 2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 50).mapToObj(i -> register).toList())
                    .stream()
                    .map(answer -> answer.resultNow().expect(201))
                    .toList();
            assertThat(answers)
                    .extracting(answer -> answer.body().path("id").asString())
                    .containsOnly(answers.getFirst().body().path("id").asString());
        }
        assertThat(taken()).isEqualTo(before + 2);
    }

    @Test
    @Order(4)
    void a_seat_paid_by_card_is_confirmed_once_the_provider_has_told_of_it() {
        var party = Map.of(
                "contact", Map.of("name", "Ada Example", "email", "ada@example.org"),
                "tickets", List.of(Map.of("ticketType", "vip", "count", 1)),
                "hold", true);
        var held = system.gateway()
                .send("POST", "/api/v1/events/" + GALA + "/registrations", party, "Idempotency-Key", "card")
                .expect(201)
                .body();
        var registration = "/api/v1/registrations/" + held.path("id").asString();
        var token = held.path("token").asString();
        var checkout = system.gateway()
                .send("POST", registration + "/checkout", null, "Registration-Token", token)
                .expect(201)
                .body();
        assertThat(checkout.at("/amount/amount").asString()).isEqualTo("250.00");

        var url = checkout.path("url").asString();
        int page = url.indexOf("/pay/");
        new Http(url.substring(0, page))
                .send("POST", url.substring(page), "decision=pay")
                .expect(303);
        await().atMost(LONG)
                .until(() -> system.gateway()
                        .get(registration, "Registration-Token", token)
                        .expect(200)
                        .body()
                        .path("status")
                        .asString()
                        .equals("CONFIRMED"));
    }

    @Test
    @Order(5)
    void errors_of_every_room_are_problems() {
        for (var path :
                List.of("/api/v1/cities/nowhere", "/api/v1/stories/nothing", "/api/v1/events/never", "/nothing")) {
            var answer = system.gateway().get(path).expect(404);
            assertThat(answer.body().path("status").asInt()).isEqualTo(404);
        }
        var noKey = system.gateway().send("POST", "/api/v1/events/" + GALA + "/registrations", party("x", 1));
        assertThat(noKey.status()).isEqualTo(400);
    }

    @Test
    @Order(6)
    void events_service_is_killed_in_a_rush_and_the_sums_agree_after_a_restart() throws Exception {
        killInARush("events-service");
    }

    @Test
    @Order(7)
    void kafka_and_mongodb_are_killed_in_a_rush_and_the_sums_agree_after_a_restart() throws Exception {
        killInARush("launcher");
    }

    @Test
    @Order(8)
    void stopping_leaves_no_process() {
        var processes = system.processes();
        system.close();
        await().atMost(LONG).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static void killInARush(String victim) throws Exception {
        var processes = system.processes();
        var run = UUID.randomUUID().toString().substring(0, 8);
        var acknowledged = new ConcurrentHashMap<String, String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                var client = run + "-" + i;
                threads.execute(() -> registerUntilRefused(client, acknowledged));
            }
            await().atMost(LONG).until(() -> acknowledged.size() >= 10);
            system.processOf(victim).destroyForcibly();
        }
        await().atMost(LONG).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));

        system = RunningQuickstart.start(data);
        for (var key : acknowledged.keySet())
            assertThat(register(key, 1).expect(201).body().path("id").asString())
                    .isEqualTo(acknowledged.get(key));
        await().atMost(LONG).untilAsserted(() -> assertThat(taken()).isEqualTo(registeredPlaces()));
    }

    /** Registers one guest after another, until an answer fails to come. */
    private static void registerUntilRefused(String client, Map<String, String> acknowledged) {
        for (int i = 0; i < 5; i++) {
            var key = client + "-" + i;
            try {
                var answer = register(key, 1);
                if (answer.status() != 201) return;
                acknowledged.put(key, answer.body().path("id").asString());
            } catch (java.io.UncheckedIOException killed) {
                return;
            }
        }
    }

    private static Http.Answer register(String key, int places) {
        return system.gateway()
                .send("POST", "/api/v1/events/" + GALA + "/registrations", party(key, places), "Idempotency-Key", key);
    }

    private static Map<String, Object> party(String name, int places) {
        return Map.of(
                "contact", Map.of("name", name, "email", "guest@example.org"),
                "tickets", List.of(Map.of("ticketType", "general", "count", places)));
    }

    private static int taken() {
        var quotas = system.gateway()
                .get("/api/v1/events/" + GALA + "/quotas", "Authorization", system.bearer("events-manager"))
                .expect(200)
                .body()
                .path("items");
        return items(quotas).stream()
                .filter(quota -> quota.path("id").asString().equals("ballroom"))
                .mapToInt(quota -> quota.path("taken").asInt())
                .sum();
    }

    private static int registeredPlaces() {
        var manager = system.bearer("events-manager");
        int places = 0;
        var next = "";
        do {
            var page = system.gateway()
                    .get("/api/v1/events/" + GALA + "/registrations?limit=100" + next, "Authorization", manager)
                    .expect(200)
                    .body();
            for (var registration : items(page.path("items")))
                places += registration.path("places").asInt();
            next = page.hasNonNull("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        return places;
    }

    private static Http.Answer sign(String partnership, String city, String hash, String bearer) {
        var signature = Map.of("signatory", Map.of("name", "The Mayor", "title", "Mayor"), "textHash", hash);
        return system.gateway()
                .send("PUT", partnership + "/signatures/" + city, signature, "Authorization", bearer)
                .expect(200);
    }

    private static long draftsAbout(String partnership, String editor) {
        var drafts = system.gateway()
                .get("/api/v1/stories/drafts?limit=100", "Authorization", editor)
                .expect(200)
                .body();
        return items(drafts.path("items")).stream()
                .filter(draft -> items(draft.path("partnershipIds")).stream()
                        .anyMatch(id -> id.asString().equals(partnership)))
                .count();
    }

    private static List<JsonNode> items(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }
}
