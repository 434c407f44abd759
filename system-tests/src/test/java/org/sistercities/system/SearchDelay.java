package org.sistercities.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * How long after a city's name was changed the new name is found, through the topic, at a running {@code ./start}: prints it for
 * some changes. Argument: the data directory. See README.md.
 */
final class SearchDelay {
    private static final String ENTRY = "/api/v1/cities/gn3137115/entry"; // Stavanger
    private static final int CHANGES = 50;

    private SearchDelay() {}

    public static void main(String[] arguments) throws IOException {
        var quickstart = RunningQuickstart.attach(Path.of(arguments[0]));
        var gateway = quickstart.gateway();
        var bearer = quickstart.bearer("administrator");
        var millis = new long[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            var name = "Stavanger at " + System.nanoTime();
            var tag = gateway.get(ENTRY, "Authorization", bearer).expect(200).etag();
            gateway.send("PUT", ENTRY, Map.of("localName", name), "Authorization", bearer, "If-Match", tag)
                    .expect(200);
            millis[i] = untilFound(gateway, name);
        }
        Arrays.sort(millis);
        System.out.printf(
                "%d changes; found after ms: p50 %d, max %d%n", CHANGES, millis[CHANGES / 2], millis[CHANGES - 1]);
    }

    private static long untilFound(Http gateway, String name) {
        long answered = System.nanoTime();
        var path = "/api/v1/cities?limit=1&q=" + name.replace(" ", "%20");
        while (!gateway.get(path).body().at("/items/0/name").asString().equals(name)) {
            // asks again at once
        }
        return (System.nanoTime() - answered) / 1_000_000;
    }
}
