package org.sistercities.quickstart;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sistercities.quickstart.process.Installation;
import org.sistercities.quickstart.process.Readiness;
import org.sistercities.quickstart.process.ServiceProcess;
import org.sistercities.quickstart.process.Supervisor;

/** The services' processes, from their unpacking to their end. */
final class Services {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(5);
    private static final Duration TO_WRITE_A_CACHE = Duration.ofMinutes(3);
    private static final int LINES_THAT_TELL_WHY = 25;

    private final Path home;
    private final DataFolder data;
    private final Progress progress;
    private final Supervisor supervisor = new Supervisor();
    private final Readiness readiness = new Readiness();
    private final Map<Service, Installation> installed = new ConcurrentHashMap<>();
    private final Map<Service, ServiceProcess> starting = new ConcurrentHashMap<>();
    private final Map<Service, ServiceProcess> ready = new ConcurrentHashMap<>();

    Services(Path home, DataFolder data, Progress progress) {
        this.home = home;
        this.data = data;
        this.progress = progress;
    }

    /**
     * Starts a service and returns when it is ready. If it dies with an AOT cache, it gets another chance without: a cache
     * makes starts fast, a broken one must not prevent them.
     *
     * @throws Ended when it has died
     */
    void bring(Service service, List<String> settings, int managementPort) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var installation = Installation.of(service.title(), service.memory(), service.jar(home), data.apps());
        installed.put(service, installation);
        if (!becomesReady(service, installation, settings, managementPort)) {
            if (!installation.hasCache() || supervisor.isStopping()) throw new Ended(starting(service));
            progress.say("%s did not start from its AOT cache; once more without".formatted(service.title()));
            installation.dropCache();
            if (!becomesReady(service, installation, settings, managementPort)) throw new Ended(starting(service));
        }
        ready.put(service, starting(service));
        progress.done(service.title(), Duration.ofNanos(System.nanoTime() - began));
    }

    private boolean becomesReady(Service service, Installation installation, List<String> settings, int managementPort)
            throws IOException, InterruptedException {
        var process = supervisor.start(() -> installation.start(settings, data.logs()));
        starting.put(service, process);
        return readiness.await(process, managementPort);
    }

    /** Reports a service's end, unless it was asked for. */
    void whenEnded(Service service, Consumer<Ended> report) {
        var _ = starting(service).ended().thenAccept(process -> {
            if (!supervisor.isStopping()) report.accept(new Ended(process));
        });
    }

    /** Every few seconds, what those still starting say, if it is anything new. */
    void showSignsOfLifeUntil(CompletableFuture<?> allReady) {
        var said = new HashMap<String, String>();
        Thread.ofPlatform().daemon().start(() -> {
            while (pause() && !allReady.isDone() && !supervisor.isStopping())
                for (var process : new TreeMap<>(starting).values())
                    if (!ready.containsValue(process))
                        showNews(process.name(), process.log().lastWords(), said);
        });
    }

    private void showNews(String name, String words, Map<String, String> said) {
        if (!words.isEmpty() && !words.equals(said.put(name, words))) progress.say("%-16s … %s".formatted(name, words));
    }

    /** Those that are ready. */
    Map<Service, ServiceProcess> running() {
        return Map.copyOf(ready);
    }

    /**
     * Lets each service that has no AOT cache run once more, one at a time and politely, to make one. Returns how many were
     * made; the rest just start more slowly.
     */
    int trainCaches(Function<Service, List<String>> settings, int managementPort)
            throws IOException, InterruptedException {
        var made = 0;
        for (var service : Service.values()) {
            var installation = requireNonNull(installed.get(service));
            if (!installation.hasCache() && train(installation, settings.apply(service), managementPort)) made++;
        }
        return made;
    }

    private boolean train(Installation installation, List<String> settings, int managementPort)
            throws IOException, InterruptedException {
        var process = supervisor.startExpendable(() -> installation.startTraining(settings, data.logs()));
        if (!readiness.await(process, managementPort)) return false;
        process.stop();
        process.awaitEnd(TO_WRITE_A_CACHE);
        return !supervisor.isStopping() && installation.keepTraining();
    }

    boolean allHaveCaches() {
        return installed.values().stream().allMatch(Installation::hasCache);
    }

    boolean areStopping() {
        return supervisor.isStopping();
    }

    void stopAll() {
        supervisor.stopAll(GRACE);
    }

    private ServiceProcess starting(Service service) {
        return requireNonNull(starting.get(service));
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_SIGNS_OF_LIFE);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** A service ended without being asked to. */
    static final class Ended extends Refused {
        Ended(ServiceProcess process) {
            super("%s (pid %d) ended with code %d. The end of %s:%n%s"
                    .formatted(
                            process.name(),
                            process.pid(),
                            process.exitCode(),
                            process.log().file(),
                            String.join("\n", process.log().tail(LINES_THAT_TELL_WHY))));
        }
    }
}
