package org.sistercities.content.news;

import static java.util.UUID.randomUUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sistercities.content.editing.StoryClient.EDITOR;
import static org.sistercities.content.editing.StoryClient.answer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sistercities.content.ContentTest;
import org.sistercities.content.calendar.ComingEvents;
import org.sistercities.content.calendar.EventCard;
import org.sistercities.content.editing.StoryClient;
import org.sistercities.contracts.CityDomainEvent.CityRegistered;
import org.sistercities.contracts.CityDomainEvent.CityRevised;
import org.sistercities.contracts.CityDomainEvent.PartnershipEnded;
import org.sistercities.contracts.CityDomainEvent.Party;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.contracts.EventCodec;
import org.sistercities.contracts.EventsDomainEvent.EventCancelled;
import org.sistercities.contracts.EventsDomainEvent.EventConcluded;
import org.sistercities.contracts.EventsDomainEvent.EventPublished;
import org.sistercities.contracts.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;

@ContentTest
class FactsComponentTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    private StoryClient stories;
    private final String id = randomUUID().toString();

    @BeforeEach
    void client() {
        stories = new StoryClient(port);
    }

    @Test
    void an_event_is_coming_from_its_announcement_until_it_is_called_off(@Autowired ComingEvents calendar)
            throws Exception {
        var id = randomUUID().toString();
        var starts = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MILLIS);
        tell(Topics.EVENTS, id, 1, new EventPublished(id, "gala", "Gala", starts, "UTC", "OAS", null, NOON));
        await().atMost(LONG)
                .until(() -> calendar.next(1_000).stream()
                        .anyMatch(event -> event.id().equals(id)));
        assertThat(calendar.next(1_000))
                .contains(new EventCard(id, "gala", "Gala", starts, null, "UTC", "OAS"))
                .isSortedAccordingTo(Comparator.comparing(EventCard::startsAt));

        var later = NOON.plusSeconds(60);
        tell(Topics.EVENTS, id, 2, new EventCancelled(id, "gala", "Gala", starts, "UTC", "Storm", null, later));
        await().atMost(LONG)
                .until(() -> calendar.next(1_000).stream()
                        .noneMatch(event -> event.id().equals(id)));
    }

    @Test
    void an_event_published_and_concluded_ten_times_makes_one_announcement_and_one_recap_nobody_has_published() {
        for (int i = 0; i < 10; i++) {
            tell(
                    Topics.EVENTS,
                    id,
                    1,
                    new EventPublished(id, "gala", "Gala " + id, NOON, "UTC", "OAS", "c-" + id, NOON));
            tell(
                    Topics.EVENTS,
                    id,
                    2,
                    new EventConcluded(id, "gala", "Gala " + id, NOON, NOON, "UTC", "OAS", "c-" + id, NOON));
        }

        await().atMost(LONG)
                .until(() -> headlines().stream()
                                .filter(headline -> headline.contains(id))
                                .count()
                        >= 2);
        assertThat(headlines().stream().filter(headline -> headline.contains(id)))
                .containsExactlyInAnyOrder("Gala " + id, "Looking back: Gala " + id);
        stories.get("/" + EventNews.announcementId(id)).expectStatus().isNotFound();
        var draft = answer(stories.get("/" + EventNews.announcementId(id) + "/draft", EDITOR))
                .body();
        assertThat(draft.get("eventIds")).isEqualTo(List.of(id));
        assertThat(draft.get("cityIds")).isEqualTo(List.of("c-" + id));
    }

    @Test
    void a_renamed_city_is_called_by_its_new_name_on_what_is_published() {
        var story = stories.published(
                "{\"kind\":\"STORY\",\"headline\":\"x\",\"body\":\"x\",\"cityIds\":[\"%1$s\"],\"slug\":\"s-%1$s\"}"
                        .formatted(id));
        tell(Topics.CITY, id, 1, new CityRegistered(id, "Kiev", "UA", NOON));
        await().atMost(LONG).until(() -> name(story.id()), "Kiev"::equals);
        var etag = stories.get("/" + story.id())
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
        stories.getUnless("/" + story.id(), etag).expectStatus().isNotModified();

        tell(Topics.CITY, id, 2, new CityRevised(id, "Kyiv", "Kiev", "UA", NOON.plusSeconds(1)));
        await().atMost(LONG).until(() -> name(story.id()), "Kyiv"::equals);
        stories.getUnless("/" + story.id(), etag).expectStatus().isOk();
        tell(Topics.CITY, id, 1, new CityRegistered(id, "Kiev", "UA", NOON));
        var marker = randomUUID().toString();
        stories.published(
                "{\"kind\":\"STORY\",\"headline\":\"x\",\"body\":\"x\",\"cityIds\":[\"%1$s\"],\"slug\":\"m-%1$s\"}"
                        .formatted(marker));
        tell(Topics.CITY, id, 3, new CityRegistered(marker, "Marker", "UA", NOON));
        await().atMost(LONG).until(() -> name("m-" + marker), "Marker"::equals);
        assertThat(name(story.id())).as("old news").isEqualTo("Kyiv");
    }

    @Test
    void what_was_written_about_a_terminated_partnership_is_flagged() {
        var published = stories.published(about(id, "Published"));
        var draft = stories.drafted(about(id, "Draft"));
        var other = stories.drafted(about(id + "-other", "Other"));
        var parties = List.of(new Party("lockport", "Lockport", "US"), new Party("asiago", "Asiago", "IT"));
        tell(Topics.CITY, id, 8, new PartnershipEnded(id, "SISTER", parties, "EMERITUS", NOON));
        tell(Topics.CITY, id, 9, new PartnershipEnded(id, "SISTER", parties, "TERMINATED", NOON));

        for (var flagged : List.of(published, draft))
            await().atMost(LONG).until(() -> working(flagged.id()).containsKey("flag"));
        assertThat(working(published.id()).get("flag").toString())
                .contains("The partnership of Lockport and Asiago was terminated.");
        assertThat(working(other.id())).doesNotContainKey("flag");
        assertThat(answer(stories.get("/" + published.id())).body())
                .as("nobody else need know")
                .doesNotContainKey("flag");
    }

    private static String about(String partnership, String headline) {
        return "{\"kind\":\"STORY\",\"headline\":\"%s %s\",\"body\":\"x\",\"partnershipIds\":[\"%2$s\"]}"
                .formatted(headline, partnership);
    }

    private Map<String, Object> working(String story) {
        return answer(stories.get("/" + story + "/draft", EDITOR)).body();
    }

    private Object name(String story) {
        var cities = (List<?>) answer(stories.get("/" + story)).body().get("cities");
        return ((Map<?, ?>) cities.getFirst()).get("name");
    }

    private List<String> headlines() {
        var items = (List<?>)
                answer(stories.get("/drafts?limit=100", EDITOR)).body().get("items");
        return items.stream()
                .map(item -> (String) ((Map<?, ?>) item).get("headline"))
                .toList();
    }

    private void tell(String topic, String key, long sequence, DomainEvent event) {
        var type = EventCodec.typeOf(event.getClass());
        var record = new ProducerRecord<>(topic, key, EventCodec.ofAllServices().encode(event));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", type + "/" + key + "/" + sequence);
        header(record, "ce_type", type);
        header(record, "ce_source", "/test");
        header(record, "ce_subject", key);
        header(record, "ce_sequence", "%019d".formatted(sequence));
        header(record, "ce_time", NOON.toString());
        kafka.send(record).join();
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
