package org.sistercities.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Sends the examples of the published descriptions, each by somebody who may, in an order in which one has what another made. What an
 * example made, by its address, is what later ones with a variable in that place are about.
 */
final class SentExamples {
    private static final String GALA = "sister-cities-gala-2027";

    /** These come before and after all others. */
    private static final List<String> FIRST = List.of(
            "partnershipPropose",
            "lifeCycleTake",
            "lifeCycleResolve",
            "signingAgree",
            "sessionOpen",
            "signingSign",
            "seekingPut",
            "interestDeclare",
            "interestAnswer",
            "campaignDeskDraft",
            "editionDraft",
            "editionRevise",
            "editingDraft",
            "editingRevise",
            "reviewSubmit",
            "reviewSendBack",
            "reviewApprove",
            "reviewSchedule",
            "reviewPublish",
            "giftGive",
            "giftBooksMark",
            "planningDraft",
            "planningEdit",
            "quotasOpen",
            "registrationRegister",
            "stepConfirm",
            "invitationInvite",
            "answerAccept");

    private static final List<String> LAST =
            List.of("planningCancel", "invitationWithdraw", "stepCancel", "giftBooksRefund", "personErase");

    private static final Map<String, String> BY_ROLE = Map.of(
            "city-representative", "representative-seattle",
            "administrator", "administrator",
            "editor", "editor",
            "events-manager", "events-manager");
    private static final Map<String, String> VARIABLES = Map.of(
            "{cityId}", "gn5809844",
            "{interestedId}", "gn3161732",
            "{kind}", "CONFIRMATION",
            "{quota}", "seats",
            "{number}", "1");

    private final RunningQuickstart system;
    private final Map<String, Example> examples = new LinkedHashMap<>();
    private final Map<String, Made> made = new TreeMap<>();
    private final Map<String, String> bearers = new TreeMap<>();
    private final List<String> refusals = new ArrayList<>();

    private record Example(String id, String method, String path, JsonNode operation, JsonNode body) {
        Example with(JsonNode other) {
            return new Example(id, method, path, operation, other);
        }

        boolean takes(String header) {
            return operation
                    .path("parameters")
                    .valueStream()
                    .anyMatch(parameter -> parameter.path("name").asString().equals(header));
        }
    }

    /** Something an example made, and what its maker was given to come back to it. */
    private record Made(String id, String token) {}

    SentExamples(RunningQuickstart system) {
        this.system = system;
        for (var service : List.of("city", "content", "events"))
            system.gateway()
                    .get("/api/v1/openapi/" + service + "-service")
                    .expect(200)
                    .body()
                    .path("paths")
                    .forEachEntry((path, operations) ->
                            operations.forEachEntry((method, operation) -> read(path, method, operation)));
    }

    /** What each was answered; 200 stands for every status that says that it was accepted. */
    Map<String, Integer> sendAll() {
        var order = new ArrayList<>(FIRST);
        examples.keySet().stream()
                .filter(id -> !FIRST.contains(id) && !LAST.contains(id))
                .forEach(order::add);
        order.addAll(LAST);
        var statuses = new TreeMap<String, Integer>();
        for (var id : order) {
            var answer = send(examples.get(id));
            statuses.put(id, answer.status() / 100 == 2 ? 200 : answer.status());
            if (answer.status() / 100 != 2) refusals.add(id + ": " + answer.status() + " " + answer.body());
        }
        return statuses;
    }

    List<String> refusals() {
        return refusals;
    }

    /** Sends each again with one thing in it spoilt, and says what was not answered with a problem of the sender's. */
    List<String> sendSpoilt() {
        var faults = new ArrayList<String>();
        for (var example : examples.values())
            Spoilt.of(example.body()).forEach(spoilt -> {
                var answer = send(example.with(spoilt));
                var isProblem = answer.status() / 100 == 4 && answer.body().has("title");
                if (answer.status() / 100 != 2 && !isProblem)
                    faults.add(example.id() + " " + spoilt + ": " + answer.status() + " " + answer.body());
            });
        return faults;
    }

    private void read(String path, String method, JsonNode operation) {
        var body = operation.at("/requestBody/content/application~1json/example");
        var id = operation.path("operationId").asString();
        if (!body.isMissingNode())
            examples.put(id, new Example(id, method.toUpperCase(java.util.Locale.ROOT), path, operation, body));
    }

    private Http.Answer send(Example example) {
        var path = address(example.path());
        var headers = new TreeMap<String, String>();
        if (example.operation().has("x-roles")) headers.put("Authorization", bearer(example));
        if (example.takes("Idempotency-Key"))
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
        if (example.takes("Registration-Token")) token(path, headers);
        var answer = send(example, path, headers);
        if (answer.status() == 428) { // there is something already: what does it look like?
            headers.put("If-Match", etag(path, headers));
            answer = send(example, path, headers);
        }
        if (answer.status() == 201 && answer.body().has("id"))
            made.put(
                    collection(path),
                    new Made(
                            answer.body().path("id").asString(),
                            answer.body().path("token").asString("")));
        return answer;
    }

    private Http.Answer send(Example example, String path, Map<String, String> headers) {
        var list = headers.entrySet().stream()
                .flatMap(header -> java.util.stream.Stream.of(header.getKey(), header.getValue()));
        return system.gateway().send(example.method(), path, example.body(), list.toArray(String[]::new));
    }

    /** Registrations and invitations are made below an event, and live in a place of their own. */
    private static String collection(String path) {
        return path.matches("/api/v1/events/[^/]+/(registrations|invitations)")
                ? "/api/v1" + path.substring(path.lastIndexOf('/'))
                : path;
    }

    private String address(String pattern) {
        var path = pattern.matches(".*\\{event}/(registrations|invitations|admissions|door-devices).*")
                ? pattern.replace("{event}", GALA)
                : pattern.replace(
                        "{event}",
                        made.getOrDefault("/api/v1/events", new Made("nothing", ""))
                                .id());
        for (var thing : made.entrySet())
            path = path.replace(
                    thing.getKey() + "/{id}",
                    thing.getKey() + "/" + thing.getValue().id());
        for (var variable : VARIABLES.entrySet()) path = path.replace(variable.getKey(), variable.getValue());
        return path.replace("/cities/{id}", "/cities/gn5809844").replace("{id}", "nothing");
    }

    private void token(String path, Map<String, String> headers) {
        made.forEach((collection, thing) -> {
            if (path.startsWith(collection + "/") && !thing.token().isEmpty())
                headers.put("Registration-Token", thing.token());
        });
    }

    /** Of the thing itself, or of the nearest that it is a part of; an author's draft is what is written on. */
    private String etag(String path, Map<String, String> headers) {
        var known = headers.getOrDefault("Authorization", "");
        for (var thing = path;
                thing.lastIndexOf('/') > "/api/v1".length();
                thing = thing.substring(0, thing.lastIndexOf('/')))
            for (var address : List.of(thing + "/draft", thing)) {
                var answer = system.gateway().get(address, "Authorization", known);
                if (answer.status() / 100 == 2 && !answer.etag().isEmpty()) return answer.etag();
            }
        return "\"1\""; // nothing is there: the answer will say so
    }

    private String bearer(Example example) {
        var roles = example.operation()
                .path("x-roles")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        var client = example.id().equals("interestDeclare")
                ? "representative-bergen"
                : BY_ROLE.entrySet().stream()
                        .filter(role -> roles.contains(role.getKey()))
                        .map(Map.Entry::getValue)
                        .sorted(java.util.Comparator.reverseOrder()) // the representative rather than the administrator
                        .findFirst()
                        .orElseThrow();
        return bearers.computeIfAbsent(client, system::bearer);
    }
}
