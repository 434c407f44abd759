package org.sistercities.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sistercities.system.Browser.Tab;
import tools.jackson.databind.JsonNode;

/**
 * What a browser says of each public page of a running {@code ./start}: how large its HTML is and what was asked for before the first
 * paint, with nothing kept; how long the server took, warm; and how long suggestions take from a key until they are shown. Arguments: the
 * data directory, how often each page is opened. See README.md.
 */
final class PageTimings {
    private static final int WIDTH = 1440;
    private static final int LARGEST_HTML = 50 * 1024;
    private static final int MOST_REQUESTS = 3;
    private static final double LONGEST_FOR_SERVER = 10;
    private static final double LONGEST_FOR_SUGGESTIONS = 100;
    private static final long MILLIS_BETWEEN_KEYS = 180;
    private static final List<String> TYPED = List.of("seattle", "köln", "yokohama", "sao paulo", "lockport", "bergen");

    /**
     * Requests the first paint waits for, and those that begin before it, as fonts and the map do; the page itself is one of each. A paint
     * that comes late has more of the latter before it.
     */
    private static final String SEEN = """
            new Promise(done => {
              const told = () => {
                const page = performance.getEntriesByType('navigation')[0];
                const first = performance.getEntriesByType('paint').find(e => e.name === 'first-paint');
                if (!first) return setTimeout(told, 20);
                const others = performance.getEntriesByType('resource');
                done({ sent: page.encodedBodySize, html: page.decodedBodySize, server: page.responseStart - page.requestStart,
                  paint: first.startTime, before: 1 + others.filter(e => e.startTime < first.startTime).length,
                  waited: 1 + others.filter(e => e.renderBlockingStatus === 'blocking').length,
                  contentful: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? first.startTime });
              };
              told();
            })""";

    /** From now on notes for each key when the list that answers it has been drawn; a list that is overtaken counts for the last key. */
    private static final String WATCH = """
            (() => {
              const field = document.querySelector('#q'), list = document.getElementById('q-suggestions');
              const shown = window.shown = [];
              let key;
              field.addEventListener('input', e => { key = e.timeStamp; }, true);
              new MutationObserver(() => {
                const since = key;
                if (since === undefined) return;
                key = undefined;
                requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => shown.push(performance.now() - since); c.port2.postMessage(0); });
              }).observe(list, { childList: true });
            })()""";

    private final Browser browser;
    private final RunningQuickstart system;
    private boolean isWithin = true;

    private PageTimings(Browser browser, RunningQuickstart system) {
        this.browser = browser;
        this.system = system;
    }

    public static void main(String[] arguments) throws IOException {
        var profile = Files.createTempDirectory("page-timings-");
        try (var browser = Browser.start(profile)) {
            var timings = new PageTimings(browser, RunningQuickstart.attach(Path.of(arguments[0])));
            timings.pages(Integer.parseInt(arguments[1]));
            timings.suggestions();
            System.out.println(timings.isWithin ? "all within the limits" : "beyond the limits where marked *");
        }
    }

    private void pages(int times) {
        System.out.printf(
                "%-44s %9s %9s %8s %8s %9s %9s %9s%n",
                "page", "sent", "HTML", "before", "waited", "paint ms", "p50 ms", "p99 ms");
        var warm = browser.tab(WIDTH);
        for (var page : paths()) {
            var cold = seen(browser.tab(WIDTH), page);
            seen(warm, page);
            var server = new double[times];
            for (int i = 0; i < times; i++)
                server[i] = seen(warm, page).path("server").asDouble();
            Arrays.sort(server);
            System.out.printf(
                    "%-44s %9s %9d %8d %8s %9.0f %9s %9.1f%n",
                    page,
                    marked(cold.path("sent").asInt(), LARGEST_HTML),
                    cold.path("html").asInt(),
                    cold.path("before").asInt(),
                    marked(cold.path("waited").asInt(), MOST_REQUESTS),
                    cold.path("contentful").asDouble(),
                    marked(server[times / 2], LONGEST_FOR_SERVER),
                    server[Math.min(times - 1, times * 99 / 100)]);
        }
    }

    private JsonNode seen(Tab tab, String page) {
        return tab.open(system.address() + page).evaluate(SEEN);
    }

    private void suggestions() {
        var tab = browser.tab(WIDTH).open(system.address() + "/");
        tab.evaluate(WATCH);
        for (var city : TYPED) {
            tab.type("#q", "");
            for (var letter : city.split("")) {
                tab.press("#q", letter);
                Http.pause(java.time.Duration.ofMillis(MILLIS_BETWEEN_KEYS));
            }
        }
        var millis = new ArrayList<Double>();
        tab.evaluate("window.shown").forEach(one -> millis.add(one.asDouble()));
        millis.sort(null);
        System.out.printf(
                "%d lists of suggestions for %d keys, %d ms apart; shown after ms: p50 %s, p90 %.0f, p99 %.0f%n",
                millis.size(),
                TYPED.stream().mapToInt(String::length).sum(),
                MILLIS_BETWEEN_KEYS,
                marked(millis.get(millis.size() / 2), LONGEST_FOR_SUGGESTIONS),
                millis.get(millis.size() * 9 / 10),
                millis.get(millis.size() * 99 / 100));
    }

    private String marked(double value, double limit) {
        if (value <= limit) return value == Math.rint(value) ? "%.0f".formatted(value) : "%.1f".formatted(value);
        isWithin = false;
        return "%.1f *".formatted(value);
    }

    /** Each kind of page, and one that is not there. */
    private List<String> paths() {
        var gateway = system.gateway();
        var seattle = gateway.get("/api/v1/cities/gn5809844").expect(200).body();
        var partnership = seattle.path("partnerships").path(0).path("id").asString();
        var paths = new ArrayList<>(List.of(
                "/",
                "/cities?q=springfield",
                "/cities/gn5809844",
                "/cities/gn5809844/matches",
                "/chain?from=Seattle&to=Bergen",
                "/partnerships/" + partnership,
                "/verify?certificate=none",
                "/stories"));
        add(
                paths,
                "/stories/",
                gateway.get("/api/v1/stories?limit=1").expect(200).body());
        paths.add("/events");
        add(paths, "/events/", gateway.get("/api/v1/events?limit=1").expect(200).body());
        add(paths, "/campaigns/", gateway.get("/api/v1/campaigns?limit=1").body());
        paths.addAll(List.of("/join", "/donate", "/nothing-here"));
        return paths;
    }

    private static void add(List<String> paths, String before, JsonNode list) {
        var slug = list.path("items").path(0).path("slug").asString("");
        if (!slug.isEmpty()) paths.add(before + slug);
    }
}
