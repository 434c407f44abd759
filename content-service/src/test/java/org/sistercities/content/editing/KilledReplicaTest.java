package org.sistercities.content.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sistercities.content.editing.StoryClient.EDITOR;
import static org.sistercities.content.editing.StoryClient.aStory;
import static org.sistercities.content.editing.StoryClient.answer;
import static org.springframework.http.HttpMethod.PUT;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.backing.BackingServices;
import org.sistercities.backing.FreePort;
import org.sistercities.content.ContentApplication;
import org.sistercities.platform.testing.TestIssuer;

/** Two replicas as processes of their own on one database; they are killed, not stopped. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KilledReplicaTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int STORIES = 20;

    private final String name = "killed-" + UUID.randomUUID();
    private final List<Process> started = new ArrayList<>();
    private Duration drafting = Duration.ZERO;

    /** A process and where it listens. */
    private record Replica(Process process, StoryClient stories) {
        boolean isUp() {
            try {
                return stories.get("?limit=1")
                        .returnResult(String.class)
                        .getStatus()
                        .is2xxSuccessful();
            } catch (RuntimeException e) {
                return false; // it does not listen yet
            }
        }
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void each_story_is_published_once_while_one_of_two_replicas_dies_and_after_both_were_down() throws Exception {
        var survivor = started();
        var victim = started();
        for (var replica : List.of(survivor, victim)) await().atMost(LONG).until(replica::isUp);

        var ids = drafted(victim.stories());
        var publishAt = scheduled(victim.stories(), ids);
        Thread.sleep(Duration.between(Instant.now(), publishAt.plusMillis(20)));
        victim.process().destroyForcibly().waitFor();
        publishedOnce(survivor.stories(), ids.keySet());

        var more = drafted(survivor.stories());
        var later = scheduled(survivor.stories(), more);
        survivor.process().destroyForcibly().waitFor();
        await().atMost(LONG).until(() -> Instant.now().isAfter(later));
        var next = started();
        await().atMost(LONG).until(next::isUp);
        publishedOnce(next.stories(), more.keySet());
    }

    /** Entity tags by id. */
    private Map<String, String> drafted(StoryClient stories) {
        var start = Instant.now();
        var drafts = new LinkedHashMap<String, String>();
        for (int i = 0; i < STORIES; i++) {
            var draft = stories.drafted(aStory(name + " " + UUID.randomUUID()));
            drafts.put(draft.id(), draft.etag());
        }
        drafting = Duration.between(start, Instant.now());
        return drafts;
    }

    /** For when all of them can be scheduled by then, however slow the machine is. */
    private Instant scheduled(StoryClient stories, Map<String, String> drafts) {
        var publishAt = Instant.now().plusSeconds(4).plus(drafting.multipliedBy(3));
        drafts.forEach((id, etag) -> stories.send(
                        PUT, "/" + id + "/timing", EDITOR, etag, "{\"publishAt\":\"" + publishAt + "\"}")
                .expectStatus()
                .isOk());
        return publishAt;
    }

    private static void publishedOnce(StoryClient stories, Set<String> ids) {
        for (var id : ids) {
            await().atMost(LONG)
                    .until(() -> stories.get("/" + id)
                            .returnResult(String.class)
                            .getStatus()
                            .is2xxSuccessful());
            var steps = (List<?>)
                    answer(stories.get("/" + id + "/revisions", EDITOR)).body().get("items");
            assertThat(steps)
                    .extracting(step -> String.valueOf(((Map<?, ?>) step).get("act")))
                    .isEqualTo(List.of("PUBLISHED", "SCHEDULED", "DRAFTED"));
        }
    }

    private Replica started() throws IOException {
        int port = FreePort.any();
        var services = BackingServices.shared();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ContentApplication.class.getName(),
                        "--server.port=" + port,
                        "--management.server.port=0",
                        "--spring.mongodb.uri=" + services.mongoUri(name.substring(0, 20)),
                        "--spring.kafka.consumer.group-id=" + name,
                        "--spring.kafka.bootstrap-servers=" + services.kafkaBootstrapServers(),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestIssuer.uri(),
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + TestIssuer.uri() + "/jwks")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "replica-" + port + ".log").toFile())
                .start();
        started.add(process);
        return new Replica(process, new StoryClient(port));
    }
}
