package org.sistercities.system;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A published event with one free ticket type, to be registered for. */
final class Gala {

    private Gala() {}

    /** Drafts and publishes one with so many places; returns its id. */
    static String open(Http http, String manager, String slug, int places) {
        var draft = Map.of(
                "slug",
                slug,
                "title",
                "Gala",
                "venue",
                Map.of("name", "Hall", "city", "Washington", "countryCode", "US"),
                "zone",
                "America/New_York",
                "startsAt",
                "2027-05-20T19:00:00-04:00",
                "quotas",
                List.of(Map.of("id", "ballroom", "name", "Ballroom", "capacity", places)),
                "ticketTypes",
                List.of(Map.of(
                        "id",
                        "general",
                        "name",
                        "General",
                        "price",
                        Map.of("amount", "0.00", "currency", "USD"),
                        "quotas",
                        List.of("ballroom"))));
        var key = UUID.randomUUID().toString();
        var id = http.send("POST", "/api/v1/events", draft, "Authorization", manager, "Idempotency-Key", key)
                .expect(201)
                .body()
                .path("id")
                .asString();
        var etag = http.get("/api/v1/events/" + id, "Authorization", manager).etag();
        http.send("POST", "/api/v1/events/" + id + "/publication", null, "Authorization", manager, "If-Match", etag)
                .expect(200);
        return id;
    }

    /** A party of one. */
    static Map<String, Object> party(String name) {
        return Map.of(
                "contact",
                Map.of("name", name, "email", name + "@example.org"),
                "tickets",
                List.of(Map.of("ticketType", "general", "count", 1)));
    }
}
