package org.sistercities.content.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sistercities.backing.BackingServices;
import org.sistercities.backing.FreePort;
import org.sistercities.content.ContentApplication;
import org.sistercities.content.editing.Newsroom;
import org.sistercities.content.editing.StoryClient;
import org.sistercities.content.reading.Catalog;
import org.sistercities.content.reading.Choice;
import org.sistercities.content.reading.Pages;
import org.sistercities.content.reading.Reading;
import org.sistercities.content.reading.Teaser;
import org.sistercities.content.site.Conditional;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Story;
import org.sistercities.content.story.StoryVisitor;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.testing.TestIssuer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Prints the CPU time of answers: over HTTP as the service's whole process spends it, and of lookups, lists and
 * searches in memory as their thread does. Argument: how many stories.
 */
final class ContentCpuTime {
    private static final int BATCH = 500;
    private static final int CONNECTIONS = 32;
    /** After fewer, the compiler's work is in the figures: 20,000 were not enough. */
    private static final int WARMING = 150_000;

    private static final int MEASURED = 10_000;
    private static final int SEARCHES = 3_000;
    private static final int WARMING_SEARCHES = 20_000;
    private static final double MILLION = 1_000_000;
    private static final String LETTERS = "aeioubcdfghlmnprstv";

    private final Random random = new Random(7);
    private final List<String> vocabulary =
            IntStream.range(0, 30_000).mapToObj(_ -> word()).distinct().toList();

    private ContentCpuTime() {}

    public static void main(String[] arguments) throws Exception {
        new ContentCpuTime().measure(Integer.parseInt(arguments[0]));
        System.exit(0);
    }

    private void measure(int count) throws Exception {
        var settings = settings("cpu-" + count);
        try (var context = context(settings)) {
            fill(count, context);
        }
        overHttp(count, settings);
        try (var context = context(settings)) {
            inMemory(count, context);
        }
    }

    /** Shows the stories to those who keep them, as if they had been read from the database, and measures what threads spend. */
    private void inMemory(int count, ConfigurableApplicationContext context) throws InterruptedException {
        var newsroom = context.getBean(Newsroom.class);
        var visitors = context.getBeansOfType(StoryVisitor.class).values();
        var runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        for (int i = 0; i < count; i++) {
            var story = new Stored<>("story-" + i, 1, story(i, newsroom));
            visitors.forEach(visitor -> visitor.saw(story));
        }
        System.gc();
        long grown = runtime.totalMemory() - runtime.freeMemory() - before;
        System.out.printf("%d stories: %.0f MB of heap%n", count, grown / MILLION);
        var catalog = context.getBean(Catalog.class);
        var pages = context.getBean(Pages.class);
        var reading = context.getBean(Reading.class);
        while (!reading.isReady()) Thread.sleep(100);
        time("list of 20 and its tag", () -> tag(pages, reading.newest(Choice.ALL, 20)));
        time("list of a city", () -> tag(pages, reading.newest(city("c" + random.nextInt(50)), 20)));
        time(
                "story by its slug",
                () -> pages.stamp(
                        catalog.bySlugOrId("slug-" + random.nextInt(count)).orElseThrow()));
        searches(count, context.getBean(StoryIndex.class), context.getBean(StorySearch.class));
    }

    private static String tag(Pages pages, List<Teaser> stories) {
        return Conditional.tag(stories.stream().map(pages::stamp).collect(Collectors.joining("\n")));
    }

    private static Choice city(String id) {
        return new Choice(id, null, null, null, null, null, null, null);
    }

    private static void time(String what, Runnable answer) {
        var threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < WARMING; i++) answer.run();
        var times = IntStream.range(0, MEASURED)
                .mapToLong(_ -> {
                    long before = threads.getCurrentThreadCpuTime();
                    answer.run();
                    return threads.getCurrentThreadCpuTime() - before;
                })
                .sorted()
                .toArray();
        System.out.printf(
                "%s: p50 %.3f ms, p99 %.3f ms CPU%n",
                what, times[MEASURED / 2] / MILLION, times[MEASURED * 99 / 100] / MILLION);
    }

    private Story story(int number, Newsroom newsroom) {
        var at = Instant.parse("2001-01-01T00:00:00Z").plus(Duration.ofHours(2L * number));
        var story = Story.draft("story-" + number, "ada", newsroom.copy(text(number)), at)
                .state();
        return story.press("ed", at).publish(null).state();
    }

    private void fill(int count, ConfigurableApplicationContext context) {
        var newsroom = context.getBean(Newsroom.class);
        @SuppressWarnings("unchecked")
        var stories = (AggregateStore<Story>) context.getBean("storyStore");
        for (int i = 0; i < count; i += BATCH) {
            var born = new LinkedHashMap<String, Change<Story>>();
            for (int j = i; j < Math.min(count, i + BATCH); j++) {
                born.put("story-" + j, Change.of(story(j, newsroom)));
            }
            stories.createAll(born);
        }
        System.out.printf("%d stories stored%n", count);
    }

    private void overHttp(int count, String[] settings) throws Exception {
        int port = FreePort.any();
        var process = process(settings, port);
        try {
            var http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            var base = "http://127.0.0.1:" + port + "/api/v1";
            long start = System.nanoTime();
            while (!isUp(http, base + "/stories")) Thread.sleep(50);
            System.out.printf("up after %.1f s%n", (System.nanoTime() - start) / 1e9);
            layOut(http, base + "/front-page/editions");
            var idle = process.toHandle().info().totalCpuDuration().orElseThrow();
            Thread.sleep(10_000);
            idle = process.toHandle().info().totalCpuDuration().orElseThrow().minus(idle);
            System.out.printf("idle: %d ms CPU a second%n", idle.toMillis() / 10);
            var paths = new LinkedHashMap<String, List<String>>();
            paths.put(
                    "story",
                    IntStream.range(0, 100)
                            .mapToObj(i -> "/stories/slug-" + random.nextInt(count))
                            .toList());
            paths.put("front page", List.of("/front-page"));
            paths.put(
                    "list of 20",
                    List.of("/stories?limit=20", "/stories?city=c1", "/stories?tag=t2", "/stories?language=en"));
            paths.put("feed", List.of("/stories/feeds/rss.xml"));
            for (var path : paths.entrySet()) {
                report(path.getKey() + " 200", process, http, base, path.getValue(), false);
                report(path.getKey() + " 304", process, http, base, path.getValue(), true);
            }
            System.out.println(
                    new String( // resident memory
                                            new ProcessBuilder("ps", "-o", "rss=", "-p", "" + process.pid())
                                                    .start()
                                                    .getInputStream()
                                                    .readAllBytes())
                                    .strip()
                            + " KB RSS");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Makes a front page of the newest stories. */
    private static void layOut(HttpClient http, String editions) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(editions))
                .header("Authorization", StoryClient.EDITOR)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "measured");
        var slots = "{\"slots\":[{\"kind\":\"FEATURES\",\"fill\":6}]}";
        var drafted = http.send(request.POST(BodyPublishers.ofString(slots)).build(), BodyHandlers.ofString());
        var edition =
                drafted.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(drafted.body()));
        var published = request.uri(URI.create(editions).resolve(edition + "/publication"))
                .header("If-Match", drafted.headers().firstValue("ETag").orElseThrow())
                .POST(BodyPublishers.noBody())
                .build();
        http.send(published, BodyHandlers.discarding());
    }

    private static void report(
            String what, Process process, HttpClient http, String base, List<String> paths, boolean known)
            throws Exception {
        var requests = new ArrayList<HttpRequest>();
        for (var path : paths) {
            var request = HttpRequest.newBuilder(URI.create(base + path));
            if (known)
                request.header(
                        "If-None-Match",
                        http.send(request.build(), BodyHandlers.discarding())
                                .headers()
                                .firstValue("etag")
                                .orElseThrow());
            requests.add(request.build());
        }
        send(http, requests, new long[WARMING]);
        var before = process.toHandle().info().totalCpuDuration().orElseThrow();
        int expected = known ? 304 : 200;
        var times = new long[MEASURED];
        long start = System.nanoTime();
        if (send(http, requests, times) != expected) throw new IllegalStateException(what);
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(times);
        var spent = process.toHandle().info().totalCpuDuration().orElseThrow().minus(before);
        System.out.printf(
                "%s: %.3f ms CPU a request, %.0f requests/s, p50 %.1f ms, p99 %.1f ms over %d connections%n",
                what,
                spent.toNanos() / MILLION / MEASURED,
                MEASURED / seconds,
                times[MEASURED / 2] / MILLION,
                times[MEASURED * 99 / 100] / MILLION,
                CONNECTIONS);
    }

    /** As many as there are times to be taken, over {@value #CONNECTIONS} connections at a time; the last status. */
    private static int send(HttpClient http, List<HttpRequest> requests, long[] times) throws Exception {
        var free = new Semaphore(CONNECTIONS);
        var status = new AtomicInteger();
        for (int i = 0; i < times.length; i++) {
            int number = i;
            free.acquire();
            long start = System.nanoTime();
            http.sendAsync(requests.get(i % requests.size()), BodyHandlers.discarding())
                    .whenComplete((answer, failure) -> {
                        times[number] = System.nanoTime() - start;
                        free.release();
                        status.set(failure == null ? answer.statusCode() : -1);
                    });
        }
        free.acquire(CONNECTIONS);
        return status.get();
    }

    private void searches(int count, StoryIndex index, StorySearch search) throws InterruptedException {
        while (index.search(searcher -> searcher.getIndexReader().numDocs()) < count) Thread.sleep(100);
        var threads = ManagementFactory.getThreadMXBean();
        for (int words = 1; words <= 3; words++) {
            int n = words;
            for (int i = 0; i < WARMING_SEARCHES; i++) search.find(question(n), new Offset(0), 20);
            var times = IntStream.range(0, SEARCHES)
                    .mapToLong(_ -> {
                        var question = question(n);
                        long before = threads.getCurrentThreadCpuTime();
                        search.find(question, new Offset(0), 20);
                        return threads.getCurrentThreadCpuTime() - before;
                    })
                    .sorted()
                    .toArray();
            System.out.printf(
                    "search of %d words, 20 hits highlighted: p50 %.2f ms, p99 %.2f ms CPU%n",
                    words, times[SEARCHES / 2] / MILLION, times[SEARCHES * 99 / 100] / MILLION);
        }
    }

    private Question question(int words) {
        var q = IntStream.range(0, words).mapToObj(_ -> any()).collect(Collectors.joining(" "));
        return new Question(q, null, null, null, null, null, null);
    }

    private Manuscript text(int number) {
        var body = IntStream.range(0, 12)
                .mapToObj(_ -> IntStream.range(0, 45).mapToObj(_ -> any()).collect(Collectors.joining(" ")) + ".")
                .collect(Collectors.joining("\n\n"));
        return new Manuscript(
                Manuscript.Kind.STORY,
                "slug-" + number,
                any() + " and " + any() + " " + any(),
                null,
                body,
                List.of("en", "en", "en", "it", "de").get(number % 5),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of("c" + random.nextInt(20_000), "c" + random.nextInt(50)),
                List.of("p" + random.nextInt(30_000)),
                List.of(),
                null,
                List.of("t" + random.nextInt(50)),
                null,
                List.of(),
                LocalDate.parse("2001-01-01").plusDays(number / 12));
    }

    /** Few words are in nearly every text, most in hardly any. */
    private String any() {
        return vocabulary.get((int) (vocabulary.size() * Math.pow(random.nextDouble(), 4)));
    }

    private String word() {
        return IntStream.range(0, 4 + random.nextInt(6))
                .mapToObj(_ -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                .collect(Collectors.joining());
    }

    private static ConfigurableApplicationContext context(String[] settings) {
        return new SpringApplicationBuilder(ContentApplication.class)
                .properties("logging.level.root=warn")
                .run(with(settings, 0));
    }

    private static String[] settings(String database) {
        var services = BackingServices.shared();
        return new String[] {
            "--management.server.port=0",
            "--logging.level.root=warn",
            "--spring.mongodb.uri=" + services.mongoUri(database),
            "--spring.kafka.consumer.group-id=" + database,
            "--spring.kafka.bootstrap-servers=" + services.kafkaBootstrapServers(),
            "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestIssuer.uri(),
            "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + TestIssuer.uri() + "/jwks"
        };
    }

    private static String[] with(String[] settings, int port) {
        var all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "--server.port=" + port;
        return all;
    }

    private static Process process(String[] settings, int port) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                ContentApplication.class.getName()));
        command.addAll(List.of(with(settings, port)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "measured.log").toFile())
                .start();
    }

    private static boolean isUp(HttpClient http, String base) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(base)).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
