package org.sistercities.system;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parties of one register at a running {@code ./start}, more than there are seats: prints what they were told, how long it took and
 * what it cost, and whether the sums agree. Arguments: the data directory, parties a second, how many, seats in all, events they are
 * spread over. See README.md.
 */
final class RegistrationLoad {
    private static final int WARMING = 3_000;

    private final RunningQuickstart quickstart;
    private final String manager;

    private RegistrationLoad(RunningQuickstart quickstart) {
        this.quickstart = quickstart;
        this.manager = quickstart.bearer("events-manager");
    }

    public static void main(String[] arguments) throws IOException {
        var load = new RegistrationLoad(RunningQuickstart.attach(Path.of(arguments[0])));
        double perSecond = Double.parseDouble(arguments[1]);
        load.run("warming", Math.min(perSecond, 300), WARMING, WARMING, 1);
        load.run(
                "measured",
                perSecond,
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
    }

    private void run(String what, double perSecond, int parties, int seats, int events) {
        var galas = new ArrayList<String>();
        for (int i = 0; i < events; i++)
            galas.add(Gala.open(quickstart.gateway(), manager, "load-" + UUID.randomUUID(), seats / events));
        var run = UUID.randomUUID().toString().substring(0, 8);
        IntFunction<HttpRequest> register = i -> quickstart
                .request("/api/v1/events/" + galas.get(i % events) + "/registrations")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", run + "-" + i)
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Gala.party("guest-" + i))))
                .build();
        var cpu = new CpuTime(quickstart.processesByName());
        System.out.println(what + ": " + new OpenModel().run(parties, perSecond, register));
        System.out.println(cpu.perRequest(parties));
        System.out.println("taken " + galas.stream().mapToInt(this::taken).sum() + " of " + seats + ", registrations "
                + galas.stream().mapToInt(this::registered).sum());
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
