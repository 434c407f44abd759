package org.sistercities.quickstart.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A few hundred real partnerships, the stories of DOMAIN's first section, a city that looks for a
 * sister, and a gala to register for, sent through the gateway.
 * Every request can be repeated: whatever broke off in the middle is completed by loading again.
 */
public final class SampleData {
    private static final String JSON = "application/json";
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(250);
    private static final Duration BETWEEN_GOES = Duration.ofSeconds(5);
    private static final int GOES = 5;
    private final JsonMapper json = new JsonMapper();
    private final Gateway gateway;
    private final Consumer<String> progress;

    public SampleData(Gateway gateway, Consumer<String> progress) {
        this.gateway = gateway;
        this.progress = progress;
    }

    /**
     * Loads all of it, if need be in several goes: on a busy machine, services that have just started may be slow to answer.
     *
     * @throws Gateway.NotAccepted when a request is refused in the last go, too
     */
    public void load() throws IOException, InterruptedException {
        for (int go = 1; go < GOES; go++)
            try {
                loadOnce();
                return;
            } catch (Gateway.NotAccepted e) {
                progress.accept("The sample data once more, because " + e.getMessage());
                Thread.sleep(BETWEEN_GOES);
            }
        loadOnce();
    }

    /** The partnerships are imported while the rest is sent. */
    private void loadOnce() throws IOException, InterruptedException {
        var list = resource("partnerships.csv");
        var started = gateway.post("administrator", "/api/v1/partnerships/imports", "text/csv", list, Map.of());
        var stories = published("editor", "/api/v1/stories", "stories.json");
        var events = published("events-manager", "/api/v1/events", "events.json");
        frontPage(publishedOne("editor", "/api/v1/campaigns", "campaigns.json"));
        listings();
        progress.accept("%d stories and %d event published".formatted(stories, events));
        awaitImport(started.location());
    }

    /** Drafts and publishes what a file lists; each entry is the body of one request, its slug the request's key. */
    private int published(String client, String path, String file) throws IOException {
        var entries = json.readTree(resource(file));
        for (var entry : entries) published(client, path, entry);
        return entries.size();
    }

    /** The id of what it drafted and published. */
    private String publishedOne(String client, String path, String file) throws IOException {
        return published(client, path, json.readTree(resource(file)).get(0));
    }

    private String published(String client, String path, JsonNode entry) {
        var key = "sample-data/" + entry.path("slug").stringValue();
        return published(client, gateway.post(client, path, JSON, entry.toString(), Map.of("Idempotency-Key", key)));
    }

    private String published(String client, Gateway.Answer draft) {
        if (isDraft(draft.body()))
            gateway.post(client, draft.location() + "/publication", JSON, "", Map.of("If-Match", draft.etag()));
        return draft.body().path("id").stringValue();
    }

    /** Its slots fill with the newest stories and the next events; the campaign is the sample's. */
    private void frontPage(String campaign) throws IOException {
        var layout = resource("front-page.json").replace("{campaign}", campaign);
        var key = Map.of("Idempotency-Key", "sample-data/front-page");
        published("editor", gateway.post("editor", "/api/v1/front-page/editions", JSON, layout, key));
    }

    /** Cities that look for a further sister; the same listing once more is the one that is there. */
    private void listings() throws IOException {
        for (var listing : json.readTree(resource("seeking.json")))
            gateway.put(
                    "administrator",
                    "/api/v1/seeking/" + listing.path("cityId").stringValue(),
                    listing.path("posting").toString());
    }

    private static boolean isDraft(JsonNode body) {
        return Stream.of("status", "stage")
                .anyMatch(name -> body.path(name).asString("").equals("DRAFT"));
    }

    private void awaitImport(String location) throws InterruptedException {
        JsonNode run;
        do {
            Thread.sleep(BETWEEN_QUESTIONS);
            run = gateway.get("administrator", location).body();
        } while (run.path("state").asString().equals("RUNNING"));
        if (!run.path("state").asString().equals("DONE"))
            throw new Gateway.NotAccepted("The import of partnerships ended so: " + run);
        progress.accept("%d partnerships recorded, %d known before, %d lines rejected"
                .formatted(
                        run.path("recorded").asLong(),
                        run.path("unchanged").asLong(),
                        run.path("rejected").asLong()));
    }

    private static String resource(String name) throws IOException {
        try (var in = SampleData.class.getResourceAsStream("/sample/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
