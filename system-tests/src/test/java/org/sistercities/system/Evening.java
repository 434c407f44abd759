package org.sistercities.system;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An event whose doors are open, for staff to work at; each has its own. */
record Evening(Http http, String manager, String id, String slug) {

    static Evening open(Http http, String manager) {
        return open(http, manager, "0.00", Map.of());
    }

    /** One whose tickets are paid by invoice. */
    static Evening paid(Http http, String manager) {
        return open(http, manager, "50.00", Map.of("invoiceDays", 14));
    }

    private static Evening open(Http http, String manager, String amount, Map<String, ?> rules) {
        var slug = "evening-" + UUID.randomUUID();
        var price = Map.of("amount", amount, "currency", "USD");
        var start = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);
        var draft = Map.of(
                "slug",
                slug,
                "title",
                "An evening",
                "venue",
                Map.of("name", "Hall", "city", "Washington", "countryCode", "US"),
                "zone",
                "America/New_York",
                "startsAt",
                start.toString(),
                "registration",
                rules,
                "quotas",
                List.of(Map.of("id", "ballroom", "name", "Ballroom", "capacity", 40)),
                "ticketTypes",
                List.of(Map.of("id", "gala", "name", "Dinner", "price", price, "quotas", List.of("ballroom"))));
        var event = http.send("POST", "/api/v1/events", draft, "Authorization", manager, "Idempotency-Key", slug)
                .expect(201);
        var id = event.body().path("id").asString();
        http.send(
                        "POST",
                        "/api/v1/events/" + id + "/publication",
                        null,
                        "Authorization",
                        manager,
                        "If-Match",
                        event.etag())
                .expect(200);
        return new Evening(http, manager, id, slug);
    }

    /** Its path in the API, with what follows. */
    String path(String rest) {
        return "/api/v1/events/" + id + rest;
    }

    /** A confirmed party, with its id and token. */
    JsonNode party(String name, int guests) {
        var party = Map.of(
                "contact", Map.of("name", name, "email", "guest@example.org"),
                "tickets", List.of(Map.of("ticketType", "gala", "count", guests)),
                "guests", List.of(name));
        return http.send(
                        "POST",
                        path("/registrations"),
                        party,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .body();
    }

    /** The texts of a party's tickets. */
    List<JsonNode> tickets(JsonNode party) {
        var path = "/api/v1/registrations/" + party.path("id").asString() + "/tickets";
        var answer = http.get(path, "Registration-Token", party.path("token").asString())
                .expect(200);
        return answer.body().path("items").valueStream().toList();
    }

    /** Somebody invited who may bring one guest. */
    JsonNode invitation(String name) {
        var person = Map.of(
                "name",
                name,
                "email",
                UUID.randomUUID() + "@example.org",
                "ticketType",
                "gala",
                "plusOnes",
                1,
                "answerBy",
                Instant.now().plus(Duration.ofHours(1)).toString());
        return http.send("POST", path("/invitations"), person, "Authorization", manager)
                .expect(201)
                .body();
    }
}
