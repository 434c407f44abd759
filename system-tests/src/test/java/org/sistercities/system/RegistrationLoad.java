package org.sistercities.system;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parties of one register at a running {@code ./start}, as many as there are seats: prints for each fifth of them what they were told, how
 * long it took and what it cost, then what their letters cost that were not written meanwhile, and whether the sums agree. Arguments: the data
 * directory; how many register before that, and parties a second; how many are measured, parties a second, events they are spread over. See
 * README.md.
 */
final class RegistrationLoad {
    private static final int SLICES = 5;
    private static final double AT_REST = 0.25;

    private final RunningQuickstart quickstart;
    private final String manager;

    private RegistrationLoad(RunningQuickstart quickstart) {
        this.quickstart = quickstart;
        this.manager = quickstart.bearer("events-manager");
    }

    public static void main(String[] arguments) throws IOException {
        var load = new RegistrationLoad(RunningQuickstart.attach(Path.of(arguments[0])));
        load.run("before", Integer.parseInt(arguments[1]), Double.parseDouble(arguments[2]), 1);
        load.run(
                "measured",
                Integer.parseInt(arguments[3]),
                Double.parseDouble(arguments[4]),
                Integer.parseInt(arguments[5]));
    }

    private void run(String what, int parties, double perSecond, int events) {
        var galas = new ArrayList<String>();
        for (int i = 0; i < events; i++)
            galas.add(Gala.open(quickstart.gateway(), manager, "load-" + UUID.randomUUID(), parties / events));
        var run = UUID.randomUUID().toString().substring(0, 8);
        IntFunction<HttpRequest> register = i -> quickstart
                .request("/api/v1/events/" + galas.get(i % events) + "/registrations")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", run + "-" + i)
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Gala.party("guest-" + i))))
                .build();
        var all = new CpuTime(quickstart.processesByName());
        for (int slice = 0; slice < SLICES; slice++) {
            int first = slice * parties / SLICES;
            int count = (slice + 1) * parties / SLICES - first;
            var cpu = new CpuTime(quickstart.processesByName());
            var outcome = new OpenModel().run(count, perSecond, i -> register.apply(first + i));
            System.out.printf("%s, from %d: %s%n%s%n", what, first, outcome, cpu.perRequest(count));
        }
        var letters = new CpuTime(quickstart.processesByName());
        long seconds = untilAtRest();
        System.out.printf("letters, %d s after that: %s%n", seconds, letters.perRequest(parties));
        System.out.printf("with them: %s%n", all.perRequest(parties));
        System.out.println("taken " + galas.stream().mapToInt(this::taken).sum() + " of " + parties + ", registrations "
                + galas.stream().mapToInt(this::registered).sum());
    }

    /** Until events-service has hardly anything to do any more: the letters are written. */
    private long untilAtRest() {
        var events = quickstart.processesByName().get("events-service");
        long seconds = 0;
        Duration before;
        Duration now = events.info().totalCpuDuration().orElseThrow();
        do {
            before = now;
            Http.pause(Duration.ofSeconds(2));
            seconds += 2;
            now = events.info().totalCpuDuration().orElseThrow();
        } while (now.minus(before).toMillis() > AT_REST * 2_000);
        return seconds;
    }

    private int taken(String event) {
        return quickstart
                .gateway()
                .get("/api/v1/events/" + event + "/quotas", "Authorization", manager)
                .expect(200)
                .body()
                .at("/items/0/taken")
                .asInt();
    }

    private int registered(String event) {
        int count = 0;
        var path = "/api/v1/events/" + event + "/registrations?limit=100";
        for (var next = ""; next != null; ) {
            var page = quickstart
                    .gateway()
                    .get(path + next, "Authorization", manager)
                    .expect(200)
                    .body();
            count += page.path("items").size();
            next = page.path("next").isNull()
                    ? null
                    : "&cursor=" + page.path("next").asString();
        }
        return count;
    }
}
