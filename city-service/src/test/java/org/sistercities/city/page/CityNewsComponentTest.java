package org.sistercities.city.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.contracts.ContentDomainEvent.StoryDrafted;
import org.sistercities.contracts.ContentDomainEvent.StoryPublished;
import org.sistercities.contracts.ContentDomainEvent.StoryUnpublished;
import org.sistercities.contracts.EventsDomainEvent.EventPublished;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What content-service and events-service publish appears on the pages of the cities it names. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CityNewsComponentTest extends CityServiceTest {
    private static final String REYKJAVIK = "gn3413829";
    private static final String ASIAGO = "gn3182744";
    private static final String LOCKPORT = "gn4900292";
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant ONCE = Instant.parse("2014-10-08T00:00:00Z");
    private static final Instant BEGINNING = Instant.parse("2126-06-05T01:30:00Z");

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    private OtherTopics topics;

    private record Shown(String etag, JsonNode page) {
        List<String> titles(String list) {
            return page.path(list)
                    .valueStream()
                    .map(item -> item.path("title").asString())
                    .toList();
        }
    }

    @BeforeEach
    void topics() {
        topics = new OtherTopics(kafka);
    }

    @Test
    void a_published_story_is_on_the_page_of_every_city_it_names() {
        var id = anId();
        topics.content(id, 1, new StoryDrafted(id, "Nobody had to travel", List.of(ASIAGO, LOCKPORT), List.of(), NOW));
        var before = shown(ASIAGO).etag();
        publish(id, 2, "Nobody had to travel", ONCE, ASIAGO, LOCKPORT);

        awaitTitle(LOCKPORT, "stories", "Nobody had to travel");
        var shown = awaitTitle(ASIAGO, "stories", "Nobody had to travel");
        assertThat(shown.etag()).isNotEqualTo(before);
        var story = shown.page().path("stories").path(0);
        assertThat(story.path("id").asString()).isEqualTo(id);
        assertThat(story.path("publishedAt").asString()).isEqualTo("2014-10-08T00:00:00Z");
        assertThat(story.path("link").asString()).isEqualTo("/api/v1/stories/" + id);
    }

    @Test
    void a_duplicate_and_an_older_event_change_nothing_and_a_newer_one_does() {
        var id = anId();
        publish(id, 3, "Two rooms", null, REYKJAVIK);
        var told = awaitTitle(REYKJAVIK, "stories", "Two rooms");

        publish(id, 3, "Two rooms again", null, REYKJAVIK);
        publish(id, 2, "One room", null, REYKJAVIK, BERGEN);
        var marker = anId();
        publish(marker, 1, marker, null, BERGEN);
        var bergen = awaitTitle(BERGEN, "stories", marker);
        assertThat(bergen.titles("stories")).doesNotContain("One room");
        assertThat(shown(REYKJAVIK).etag()).isEqualTo(told.etag());

        publish(id, 4, "Three rooms", null, BERGEN);
        awaitTitle(BERGEN, "stories", "Three rooms");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(shown(REYKJAVIK).titles("stories"))
                        .as("it is no longer about this city")
                        .doesNotContain("Two rooms", "Three rooms"));
    }

    @Test
    void an_unpublished_story_leaves_the_page_and_a_page_of_the_network_never_gets_there() {
        var id = anId();
        publish(id, 1, "Two rooms in Reykjavik", null, REYKJAVIK);
        awaitTitle(REYKJAVIK, "stories", "Two rooms in Reykjavik");

        var about =
                new StoryPublished(id + "-p", id, "About us", List.of(REYKJAVIK), List.of(), null, "PAGE", "en", NOW);
        topics.content(id + "-p", 1, about);
        topics.content(id, 2, new StoryUnpublished(id, id, NOW));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(shown(REYKJAVIK).titles("stories"))
                        .doesNotContain("Two rooms in Reykjavik", "About us"));
    }

    @Test
    void a_coming_event_is_on_the_page_of_the_city_that_hosts_it() {
        var coming = anId();
        var past = anId();
        publish(past, ONCE, SEATTLE);
        publish(anId(), BEGINNING, null);
        publish(coming, BEGINNING, SEATTLE);

        var shown = awaitTitle(SEATTLE, "events", coming);
        assertThat(shown.titles("events")).containsExactly(coming);
        var event = shown.page().path("events").path(0);
        assertThat(event.path("startsAt").asString()).isEqualTo("2126-06-05T01:30:00Z");
        assertThat(event.path("zone").asString()).isEqualTo("America/Los_Angeles");
        assertThat(event.path("link").asString()).isEqualTo("/api/v1/events/" + coming);
    }

    private void publish(String id, long sequence, String headline, Instant publishedAt, String... cities) {
        topics.content(
                id,
                sequence,
                new StoryPublished(id, id, headline, List.of(cities), List.of(), publishedAt, "STORY", "en", NOW));
    }

    private void publish(String id, Instant startsAt, String host) {
        topics.events(
                id, 1, new EventPublished(id, id, id, startsAt, "America/Los_Angeles", "Nordic Museum", host, NOW));
    }

    private Shown awaitTitle(String city, String list, String title) {
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> shown(city), shown -> shown.titles(list).contains(title));
    }

    private Shown shown(String city) {
        var answer = http.get()
                .uri("/api/v1/cities/" + city)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        return new Shown(
                answer.getResponseHeaders().getETag(), JsonMapper.shared().readTree(answer.getResponseBody()));
    }

    private static String anId() {
        return UUID.randomUUID().toString();
    }
}
