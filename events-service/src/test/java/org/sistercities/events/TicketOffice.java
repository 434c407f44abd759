package org.sistercities.events;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.testing.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests do with a running events-service over HTTP, from as many threads as they like. */
public final class TicketOffice {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    /** An answer: its status, headers and body. */
    public record Answer(int status, HttpResponse<String> response) {
        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String problem() {
            return json().path("type").asString();
        }
    }

    public TicketOffice(int port) {
        base = "http://127.0.0.1:" + port;
    }

    public static String eventsTeam() {
        return TestIssuer.bearer("erin", Role.EVENTS_MANAGER);
    }

    /** A draft with a ballroom, and a VIP room of two whose guests sit in the ballroom, too. */
    public static String draft(String slug, int capacity) {
        return """
                {"slug": "%s", "title": "Inaugural Gala",
                 "venue": {"name": "Hall of the Americas", "city": "Washington, DC", "countryCode": "US"},
                 "zone": "America/New_York", "startsAt": "2099-01-16T17:30:00-05:00",
                 "endsAt": "2099-07-17T01:00:00-04:00", "hostCityId": "gn4140963",
                 "programme": [{"title": "VIP reception", "startsAt": "2099-01-16T17:30:00-05:00"},
                               {"title": "Gala dinner", "startsAt": "2099-07-16T19:00:00-04:00"}],
                 "quotas": [{"id": "ballroom", "name": "Ballroom", "capacity": %d},
                            {"id": "vip-room", "name": "VIP room", "capacity": 2}],
                 "ticketTypes": [
                   {"id": "gala", "name": "Gala dinner", "price": {"amount": "0.00", "currency": "USD"},
                    "quotas": ["ballroom"]},
                   {"id": "vip", "name": "VIP", "price": {"amount": "0", "currency": "USD"},
                    "quotas": ["ballroom", "vip-room"], "partySize": {"min": 1, "max": 4}},
                   {"id": "patron", "name": "Patron", "price": {"amount": "250.00", "currency": "USD"},
                    "quotas": ["ballroom"], "sales": {"until": "2099-01-01T00:00:00-05:00"}},
                   {"id": "late", "name": "After party", "price": {"amount": "0.00", "currency": "USD"},
                    "quotas": ["ballroom"], "sales": {"from": "2099-01-01T00:00:00-05:00"}}]}""".formatted(slug, capacity);
    }

    /** The id of a published event with so many places. */
    public String gala(int capacity) {
        return open(draft("gala-" + UUID.randomUUID(), capacity));
    }

    /** The same at another time; it has no programme. */
    public String gala(int capacity, Instant startsAt, Instant endsAt) {
        return open(at(draft("gala-" + UUID.randomUUID(), capacity), startsAt, endsAt));
    }

    private static String at(String draft, Instant startsAt, Instant endsAt) {
        return draft.replaceFirst("\"startsAt\": \"[^\"]*\"", "\"startsAt\": \"" + startsAt + "\"")
                .replaceFirst("\"endsAt\": \"[^\"]*\"", "\"endsAt\": \"" + endsAt + "\"")
                .replaceFirst("(?s)\"programme\": \\[.*?\\],", "");
    }

    /**
     * The id of a published event with a ballroom of so many places that takes invoices, asks its guests for a meal, and has
     * tickets by code ({@code invited}, 100.00) and by approval ({@code press}).
     */
    public String conference(int capacity) {
        return open(withInvoices(draft("conference-" + UUID.randomUUID(), capacity)));
    }

    /** The same at another time; it has no programme. */
    public String conference(int capacity, Instant startsAt, Instant endsAt) {
        return open(withInvoices(at(draft("conference-" + UUID.randomUUID(), capacity), startsAt, endsAt)));
    }

    private static String withInvoices(String draft) {
        return draft.substring(0, draft.lastIndexOf(']')) + """
                , {"id": "invited", "name": "Invited", "price": {"amount": "100.00", "currency": "USD"},
                   "quotas": ["ballroom"], "byCode": true, "audience": "Guests of the ambassador"},
                  {"id": "press", "name": "Press", "price": {"amount": "0.00", "currency": "USD"},
                   "quotas": ["ballroom"], "byApproval": true}],
                 "registration": {"invoiceDays": 14, "questions": [
                   {"id": "meal", "text": "Which meal?", "kind": "CHOICE", "required": true,
                    "choices": ["fish", "vegan"], "ticketTypes": ["gala"]}]}}""";
    }

    private String open(String draft) {
        var drafted = post("/api/v1/events", draft, newKey(), eventsTeam());
        if (drafted.status() != 201)
            throw new IllegalStateException(drafted.response().body());
        var id = drafted.json().path("id").asString();
        var published =
                post("/api/v1/events/" + id + "/publication", "", "", eventsTeam(), "If-Match", drafted.header("ETag"));
        if (published.status() != 200)
            throw new IllegalStateException(published.response().body());
        return id;
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    public static String party(int count, String ticketType) {
        return """
                {"contact": {"name": "Maria Rossi", "email": "maria@example.org"},
                 "tickets": [{"ticketType": "%s", "count": %d}], "guests": ["Maria Rossi"]}""".formatted(ticketType, count);
    }

    public static String hold(int count, String ticketType) {
        return """
                {"tickets": [{"ticketType": "%s", "count": %d}], "hold": true}""".formatted(ticketType, count);
    }

    /** A party that shows a code. */
    public static String showing(String code, int count, String ticketType) {
        return party(count, ticketType).replaceFirst("\\{", "{\"code\": \"" + code + "\", ");
    }

    /** Gives out a code of an event. */
    public Answer issue(String event, String code) {
        return post("/api/v1/events/" + event + "/codes", code, newKey(), eventsTeam());
    }

    /** A step of a registration by the events team. */
    public Answer decide(Answer registered, String step, String body) {
        return post(registered.header("Location") + "/" + step, body, "", eventsTeam());
    }

    /** A change by somebody's own link. */
    public Answer put(String path, String token, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Registration-Token", token)
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A party that waits if there are no places. */
    public static String waiting(int count, String ticketType) {
        return party(count, ticketType).replaceFirst("\\{", "{\"joinWaitingList\": true, ");
    }

    /** Changes a quota's capacity from what it is now. */
    public Answer resize(String event, String quota, int capacity) {
        var path = "/api/v1/events/" + event + "/quotas";
        return send(request(path + "/" + quota)
                .header("Content-Type", "application/json")
                .header("Authorization", eventsTeam())
                .header("If-Match", get(path, eventsTeam()).header("ETag"))
                .PUT(HttpRequest.BodyPublishers.ofString("{\"capacity\": " + capacity + "}")));
    }

    public Answer register(String event, String key, String party) {
        return post("/api/v1/events/" + event + "/registrations", party, key, "");
    }

    public Answer post(String path, String body, String key, String authorization, String... headers) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) request.header("Idempotency-Key", key);
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    /** The events team replaces what it has read. */
    public Answer replace(String path, String body, String tag) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Authorization", eventsTeam())
                .header("If-Match", tag)
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A step of a registration by the party's own link, such as {@code cancellation}. */
    public Answer step(Answer registered, String step, String body) {
        return send(request(registered.header("Location") + "/" + step)
                .header("Content-Type", "application/json")
                .header("Registration-Token", registered.json().path("token").asString())
                .POST(
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The registration as the events team sees it. */
    public JsonNode seen(Answer registered) {
        return get(registered.header("Location"), eventsTeam()).json();
    }

    public Answer get(String path, String bearer, String... headers) {
        var request = request(path).GET();
        if (!bearer.isEmpty()) request.header("Authorization", bearer);
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    /** Places taken of an event's quota. */
    public int taken(String event, String quota) {
        return places(event, quota, "taken");
    }

    /** Places of an event's quota that are taken, held or left. */
    public int places(String event, String quota, String which) {
        for (var item :
                get("/api/v1/events/" + event + "/quotas", eventsTeam()).json().path("items"))
            if (item.path("id").asString().equals(quota))
                return item.path(which).asInt();
        throw new IllegalStateException("no quota " + quota);
    }

    /** Invites somebody to an event, with so many others. */
    public Answer invite(String event, String name, String ticketType, int plusOnes, Instant answerBy) {
        return post(
                "/api/v1/events/" + event + "/invitations",
                invitee(name, ticketType, plusOnes, answerBy),
                "",
                eventsTeam());
    }

    public static String invitee(String name, String ticketType, int plusOnes, Instant answerBy) {
        return """
                {"name": "%s", "title": "Ambassador of Italy", "organisation": "Embassy of Italy", "email": "%s@example.org",
                 "category": "Ambassador", "precedence": 10, "ticketType": "%s", "plusOnes": %d,
                 "answerBy": "%s", "note": "sits with the chair"}""".formatted(
                name, name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'), ticketType, plusOnes, answerBy);
    }

    /** All registrations of an event, page by page. */
    public List<JsonNode> registrations(String event) {
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = get("/api/v1/events/" + event + "/registrations?limit=100" + next, eventsTeam())
                    .json();
            page.path("items").forEach(all::add);
            next = page.hasNonNull("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        return all;
    }

    /** Makes all requests at once, each from a thread of its own. */
    public static List<Answer> atOnce(int requests, IntFunction<Answer> request) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Answer>>();
            for (int i = 0; i < requests; i++) {
                int n = i;
                calls.add(() -> request.apply(n));
            }
            var answers = new ArrayList<Answer>();
            for (var answer : threads.invokeAll(calls)) answers.add(answer.get());
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(1));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A file, as the events team gets it. */
    public byte[] file(String path) {
        try {
            var request = request(path).header("Authorization", eventsTeam()).build();
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
