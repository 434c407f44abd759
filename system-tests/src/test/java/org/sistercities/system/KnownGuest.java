package org.sistercities.system;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Somebody who registers, waits in line, accepts, cancels and registers again, asks again with the same key whenever the answer is an
 * outage, and remembers what was acknowledged.
 */
final class KnownGuest implements Runnable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name;
    private final List<String> replicas;
    private final String event;
    private final Random random;
    private final AtomicBoolean time;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /** A registration somebody was told of. */
    static final class Acknowledged {
        final String key;
        final String id;
        final String token;
        /** The last thing the guest was told of it; what an unanswered request may have done is not known. */
        String status;

        private Acknowledged(String key, String id, String token, String status) {
            this.key = key;
            this.id = id;
            this.token = token;
            this.status = status;
        }

        boolean isUnderWay() {
            return status.equals("WAITLISTED") || status.equals("OFFERED");
        }
    }

    KnownGuest(String name, List<String> replicas, String event, long seed, AtomicBoolean time) {
        this.name = name;
        this.replicas = replicas;
        this.event = event;
        this.random = new Random(seed);
        this.time = time;
    }

    List<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** Answers that contradict each other. */
    List<String> faults() {
        return faults;
    }

    @Override
    public void run() {
        for (int n = 0; time.get(); n++) {
            if (acknowledged.stream().filter(Acknowledged::isUnderWay).count() < 3) register(name + "-" + n);
            for (var mine : acknowledged) goOn(mine);
            Http.pause(Duration.ofMillis(random.nextInt(300)));
        }
    }

    private void register(String key) {
        var party = Map.of(
                "contact",
                Map.of("name", name, "email", name + "@example.org"),
                "tickets",
                List.of(Map.of("ticketType", "general", "count", 1 + random.nextInt(3))),
                "joinWaitingList",
                true);
        var path = "/api/v1/events/" + event + "/registrations";
        var answer = ask("POST", path, party, "Idempotency-Key", key);
        if (answer.status() == 404) faults.add("lost: the event itself");
        if (answer.status() != 201) return;
        var mine = new Acknowledged(key, text(answer, "id"), text(answer, "token"), text(answer, "status"));
        acknowledged.add(mine);
        if (random.nextInt(5) > 0) return;
        var again = ask("POST", path, party, "Idempotency-Key", key);
        if (again.status() != 201 || !text(again, "id").equals(mine.id))
            faults.add("twice: " + key + " was " + mine.id + ", asked again it is " + again);
    }

    private void goOn(Acknowledged mine) {
        switch (mine.status) {
            case "CONFIRMED" -> {
                if (random.nextInt(4) == 0) step(mine, "cancellation");
            }
            case "OFFERED" -> step(mine, "acceptance");
            case "WAITLISTED" -> {
                if (random.nextInt(20) == 0) step(mine, "cancellation");
                else look(mine);
            }
            default -> {}
        }
    }

    private void look(Acknowledged mine) {
        var answer = ask("GET", "/api/v1/registrations/" + mine.id, null, "Registration-Token", mine.token);
        if (answer.status() == 404) faults.add("lost: " + mine.id + " of " + mine.key);
        if (answer.status() == 200) mine.status = text(answer, "status");
    }

    private void step(Acknowledged mine, String step) {
        var path = "/api/v1/registrations/" + mine.id + "/" + step;
        var answer = ask("POST", path, null, "Registration-Token", mine.token);
        if (answer.status() == 404) faults.add("lost: " + mine.id + " of " + mine.key);
        if (answer.status() == 200) mine.status = text(answer, "status");
        else mine.status = "UNKNOWN";
    }

    /** Of any replica, again and again until one answers. */
    private Http.Answer ask(String method, String path, Object body, String... headers) {
        for (var patience = System.nanoTime() + PATIENCE.toNanos(); ; Http.pause(Duration.ofMillis(200))) {
            try {
                var answer = new Http(replicas.get(random.nextInt(replicas.size()))).send(method, path, body, headers);
                if (answer.status() < 500) return answer;
            } catch (UncheckedIOException e) {
                // down at the moment
            }
            if (System.nanoTime() > patience) throw new IllegalStateException("no answer in " + PATIENCE);
        }
    }

    private static String text(Http.Answer answer, String property) {
        return answer.body().path(property).asString();
    }
}
