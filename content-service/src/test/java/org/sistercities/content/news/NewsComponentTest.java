package org.sistercities.content.news;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sistercities.content.news.SigningNewsTest.signed;

import com.mongodb.ConnectionString;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.sistercities.content.ContentApplication;
import org.sistercities.content.ContentTest;
import org.sistercities.content.story.Story;
import org.sistercities.contracts.CityDomainEvent;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;
import org.sistercities.contracts.CityDomainEvent.Party;
import org.sistercities.contracts.ContentDomainEvent.StoryDrafted;
import org.sistercities.contracts.Topics;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

@ContentTest
class NewsComponentTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @Autowired
    AggregateStore<Story> stories;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    ConsumerFactory<String, byte[]> consumers;

    @Autowired
    KafkaAdmin admin;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Environment environment;

    private final String partnership = UUID.randomUUID().toString();

    @Test
    void a_signing_delivered_ten_times_to_each_of_two_replicas_makes_one_draft() {
        var signing = signing(partnership);
        try (var _ = replica(environment.getProperty("spring.mongodb.uri"), "replica-" + partnership)) {
            for (int i = 0; i < 10; i++)
                kafka.send(CityTopic.record(partnership, signing)).join();
            caughtUp(environment.getProperty("spring.kafka.consumer.group-id"));
            caughtUp("replica-" + partnership);
        }

        var draft = only(stories, partnership);
        assertThat(draft.id()).isEqualTo(PartnershipNews.storyId(signing));
        assertThat(draft.state().status()).isEqualTo(Story.Status.DRAFT);
        assertThat(draft.state().working().text().headline()).isEqualTo("Lockport and Asiago are sister cities");
        assertThat(announced(draft.id()))
                .singleElement()
                .isEqualTo(new StoryDrafted(
                        draft.id(),
                        "Lockport and Asiago are sister cities",
                        List.of("lockport", "asiago"),
                        List.of(partnership),
                        draft.state().draftedAt()));
    }

    @Test
    void what_cannot_be_read_is_put_aside_unchanged_and_the_next_signing_is_served() {
        double before = meters.counter("events.dead.letters").count();
        var broken = ("{ \"partnershipId\": broken " + partnership).getBytes(UTF_8);
        kafka.send(CityTopic.record(partnership, "city.partnership-signed.v1", broken))
                .join();
        kafka.send(CityTopic.record(partnership, signing(partnership))).join();

        await().atMost(LONG).until(() -> !about(stories, partnership).isEmpty());
        var dead = onTheWire(Topics.CONTENT + ".dead-letter", partnership);
        assertThat(dead).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(broken);
            assertThat(letter.headers().lastHeader("ce_type").value())
                    .asString()
                    .isEqualTo("city.partnership-signed.v1");
        });
        assertThat(meters.counter("events.dead.letters").count()).isEqualTo(before + 1);
    }

    @Test
    void while_the_database_is_away_a_signing_waits_and_none_is_lost() throws IOException {
        var uri = new ConnectionString(environment.getProperty("spring.mongodb.uri"));
        var group = "cut-off-" + partnership;
        try (var cable = new Cable(Integer.parseInt(uri.getHosts().getFirst().split(":")[1]));
                var replica = replica(
                        "mongodb://127.0.0.1:" + cable.port() + "/" + group
                                + "?directConnection=true&serverSelectionTimeoutMS=500",
                        group)) {
            caughtUp(group);
            cable.cut();
            kafka.send(CityTopic.record(partnership, signing(partnership))).join();
            await().atMost(LONG).until(() -> failedDeliveries(replica) >= 3);
            cable.mend();

            var itsStories = stories(replica);
            await().atMost(LONG)
                    .ignoreExceptions()
                    .until(() -> !about(itsStories, partnership).isEmpty());
            only(itsStories, partnership);
        }
    }

    @Test
    void every_city_event_ever_released_is_understood_and_only_signings_make_drafts() throws IOException {
        double before = meters.counter("events.dead.letters").count();
        var signings = new ArrayList<PartnershipSigned>();
        for (var golden : goldenCityEvents()) {
            var type = golden.getParent().getFileName().toString();
            var data = Files.readAllBytes(golden);
            if (CityTopic.decoded(type, data) instanceof PartnershipSigned signed) signings.add(signed);
            kafka.send(CityTopic.record(partnership, type, data)).join();
        }
        kafka.send(CityTopic.record(partnership, signing(partnership))).join(); // behind all of them, on one partition

        await().atMost(LONG).until(() -> !about(stories, partnership).isEmpty());
        assertThat(signings)
                .isNotEmpty()
                .allSatisfy(signed -> assertThat(stories.find(PartnershipNews.storyId(signed)))
                        .isPresent());
        assertThat(meters.counter("events.dead.letters").count()).isEqualTo(before);
    }

    private static List<Path> goldenCityEvents() throws IOException {
        try (var files = Files.find(
                Path.of("../contracts/src/test/resources/released"),
                2,
                (path, attributes) -> path.getFileName().toString().startsWith("golden-")
                        && path.getParent().getFileName().toString().startsWith("city."))) {
            return files.sorted().toList();
        }
    }

    private static CityDomainEvent.PartnershipSigned signing(String partnership) {
        var example = signed("SISTER", new Party("lockport", "Lockport", "US"), new Party("asiago", "Asiago", "IT"));
        return new PartnershipSigned(
                partnership, example.kind(), example.parties(), example.textHash(), example.signedOn(), example.at());
    }

    /** Another content-service, which gets every event, too. */
    private ConfigurableApplicationContext replica(String mongoUri, String group) {
        return new SpringApplicationBuilder(ContentApplication.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.mongodb.uri=" + mongoUri,
                        "--spring.kafka.consumer.group-id=" + group,
                        same("spring.kafka.bootstrap-servers"),
                        same("spring.security.oauth2.resourceserver.jwt.issuer-uri"),
                        same("spring.security.oauth2.resourceserver.jwt.jwk-set-uri"));
    }

    private String same(String property) {
        return "--" + property + "=" + environment.getProperty(property);
    }

    @SuppressWarnings("unchecked")
    private static AggregateStore<Story> stories(ConfigurableApplicationContext replica) {
        return (AggregateStore<Story>) replica.getBean("storyStore");
    }

    private static Stored<Story> only(AggregateStore<Story> stories, String partnership) {
        var found = about(stories, partnership);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<Stored<Story>> about(AggregateStore<Story> stories, String partnership) {
        return stories.list(Filters.eq("state.draft.copy.text.partnershipIds", partnership), null, 100);
    }

    private static long failedDeliveries(ConfigurableApplicationContext replica) {
        return replica.getBean(MeterRegistry.class).find("spring.kafka.listener").timers().stream()
                .filter(timer -> !"none".equals(timer.getId().getTag("error")))
                .mapToLong(io.micrometer.core.instrument.Timer::count)
                .sum();
    }

    /** Waits until a group has been given everything that is on the topic now. */
    private void caughtUp(String group) {
        try (var client = Admin.create(admin.getConfigurationProperties())) {
            var ends = ends(Topics.CITY);
            await().atMost(LONG).until(() -> {
                var seen = client.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                return ends.entrySet().stream()
                        .allMatch(end -> end.getValue() == 0
                                || (seen.get(end.getKey()) != null
                                        && seen.get(end.getKey()).offset() >= end.getValue()));
            });
        }
    }

    private java.util.Map<TopicPartition, Long> ends(String topic) {
        try (var consumer = consumers.createConsumer("ends-" + UUID.randomUUID(), "", "", new Properties())) {
            return consumer.endOffsets(consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList());
        }
    }

    private List<Object> announced(String storyId) {
        return await().atMost(LONG).until(() -> onTheWire(Topics.CONTENT, storyId), found -> !found.isEmpty()).stream()
                .<Object>map(record -> CityTopic.decoded("content.story-drafted.v1", record.value()))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> onTheWire(String topic, String key) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = consumers.createConsumer("reader-" + UUID.randomUUID(), "", "", new Properties())) {
            var ends = ends(topic);
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                for (var record : consumer.poll(Duration.ofMillis(200)))
                    if (key.equals(record.key())) found.add(record);
        }
        return found;
    }
}
