package org.sistercities.city.registry;

import java.time.Duration;
import java.util.List;
import org.sistercities.platform.aggregate.AggregateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * At start, beside the running server: makes sure the gazetteer is in the database, then shows every city to the visitors.
 * The replica is ready when that is done. A database that is away delays it, for as long as it takes.
 */
@Component
class CityLoading implements SmartLifecycle, HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(CityLoading.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final Gazetteer gazetteer;
    private final AggregateStore<City> cities;
    private final List<CityVisitor> visitors;
    private volatile boolean running;
    private volatile boolean done;

    CityLoading(Gazetteer gazetteer, AggregateStore<City> cities, List<CityVisitor> visitors) {
        this.gazetteer = gazetteer;
        this.cities = cities;
        this.visitors = visitors;
    }

    private void load() {
        while (running && !done) {
            try {
                gazetteer.loadOnce();
                showAll();
                done = true;
            } catch (RuntimeException e) {
                if (running) log.warn("Cities could not be loaded, trying again: {}", e.toString());
                pause();
            }
        }
    }

    private void showAll() {
        long start = System.nanoTime();
        visitors.forEach(CityVisitor::begin);
        cities.forEach(city -> visitors.forEach(visitor -> visitor.visit(city.id(), city.state())));
        visitors.forEach(CityVisitor::end);
        log.info("Cities read and indexed in {}", Duration.ofNanos(System.nanoTime() - start));
    }

    @Override
    public Health health() {
        return (done ? Health.up() : Health.outOfService()).build();
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        if (running) return;
        running = true;
        Thread.ofPlatform()
                .name("city-loading")
                .daemon()
                .start(this::load); // busy for seconds: not a carrier thread's work
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
