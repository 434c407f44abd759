package org.sistercities.web.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Away;
import org.sistercities.web.api.NotThere;
import org.sistercities.web.map.Lines;
import org.sistercities.web.map.Position;
import org.sistercities.web.page.Assets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Draws the lines of the network, again every few minutes; while the APIs are away, what was drawn last stays. */
@Component
class NetworkLines {
    static final String NAME = "network.svg";

    private static final Logger LOG = LoggerFactory.getLogger(NetworkLines.class);
    private static final int MOST = 500; // more is a red blot
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final Duration GROWING = Duration.ofSeconds(20);

    private final Api api;
    private final Assets assets;
    private final Clock clock;
    private Instant next = Instant.MIN;
    private int known;

    NetworkLines(Api api, Assets assets, Clock clock) {
        this.api = api;
        this.assets = assets;
        this.clock = clock;
    }

    /** GeoJSON: a partnership's lines, cut at the antimeridian. */
    record Partnerships(List<Feature> features) {}

    record Feature(Geometry geometry) {}

    record Geometry(List<List<List<Double>>> coordinates) {

        List<List<Position>> parts() {
            return coordinates.stream()
                    .map(part -> part.stream()
                            .map(point -> new Position(point.getFirst(), point.getLast()))
                            .toList())
                    .toList();
        }
    }

    /** At the start the rest of the system may still be on its way: as long as there are more each time, it is drawn again soon. */
    @Scheduled(fixedDelay = 5_000)
    void draw() {
        if (clock.instant().isBefore(next)) return;
        try {
            var network = api.get(Partnerships.class, ApiPath.of("partnerships", "export.geojson"))
                    .features();
            if (network.isEmpty()) return;
            var lines = new Lines();
            int every = 1 + network.size() / MOST;
            for (int i = 0; i < network.size(); i += every)
                lines.add(network.get(i).geometry().parts());
            assets.put(NAME, lines.svg().getBytes(UTF_8));
            next = clock.instant().plus(network.size() == known ? GOOD_FOR : GROWING);
            known = network.size();
        } catch (Away | NotThere e) {
            LOG.info("The network's lines are not drawn: {}", e.getMessage());
        }
    }
}
