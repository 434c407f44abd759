package org.sistercities.web.console;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * An event's plan as the fields of a form, hidden ones included, so that nothing is lost on the way back. Lists are rows
 * ({@code programme-0-title}); a row without its first field is left out, and there are always empty ones for more.
 */
final class PlanForm {
    static final List<String> TEXTS =
            List.of("slug", "title", "kind", "description", "dressCode", "zone", "hostCityId");
    static final List<String> VENUE = List.of("name", "city", "countryCode", "address");
    static final List<String> PERSON = List.of("name", "title", "organisation");
    static final List<String> PEOPLE = List.of("masterOfCeremonies", "honoraryChair");
    private static final int MOST_ROWS = 50;
    private static final int MORE_ROWS = 2;
    private static final int LENGTH_OF_MINUTES = 16;

    private PlanForm() {}

    /** A new event: a gala of one room and one kind of ticket. */
    static Map<String, String> fresh() {
        return Map.of("kind", "GALA", "ticket-0-currency", "USD", "ticket-0-amount", "0", "ticket-0-quota-0", "on");
    }

    static Map<String, String> fields(JsonNode event) {
        var fields = new HashMap<String, String>();
        for (var text : TEXTS) put(fields, text, event.path(text));
        for (var text : VENUE) put(fields, "venue-" + text, event.path("venue").path(text));
        fields.put(
                "rooms",
                String.join(
                        "\n",
                        event.path("venue")
                                .path("rooms")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()));
        for (var time : List.of("startsAt", "endsAt")) fields.put(time, minutes(event.path(time)));
        rows(fields, "programme", event.path("programme"), List.of("title", "room", "startsAt", "endsAt"));
        rows(fields, "hosts", event.path("billing").path("hosts"), PERSON);
        rows(
                fields,
                "coSponsors",
                event.path("billing").path("coSponsors"),
                List.of("name", "tier", "seats", "mention", "logoImageId"));
        for (var person : PEOPLE)
            for (var text : PERSON)
                put(
                        fields,
                        person + "-" + text,
                        event.path("billing").path(person).path(text));
        return fields;
    }

    /** How many rows each list is shown with. */
    static Map<String, Integer> rows(Map<String, String> fields) {
        var rows = new HashMap<String, Integer>();
        for (var first : Map.of(
                        "programme", "title", "hosts", "name", "coSponsors", "name", "quota", "name", "ticket", "name")
                .entrySet())
            rows.put(
                    first.getKey(),
                    used(fields, first.getKey(), first.getValue()).stream().reduce(-1, Math::max) + 1 + MORE_ROWS);
        return rows;
    }

    /** As a field for day and time wants it. */
    static String minutes(JsonNode time) {
        return time.isString()
                ? OffsetDateTime.parse(time.asString())
                        .toLocalDateTime()
                        .toString()
                        .substring(0, LENGTH_OF_MINUTES)
                : "";
    }

    private static void rows(Map<String, String> fields, String list, JsonNode values, List<String> names) {
        for (int i = 0; i < values.size(); i++)
            for (var name : names) {
                var value = values.get(i).path(name);
                var field = list + "-" + i + "-" + name;
                if (name.endsWith("sAt")) fields.put(field, minutes(value));
                else put(fields, field, value);
            }
    }

    static List<Integer> used(Map<String, String> typed, String list, String first) {
        return IntStream.range(0, MOST_ROWS)
                .filter(i ->
                        !typed.getOrDefault(list + "-" + i + "-" + first, "").isBlank())
                .boxed()
                .toList();
    }

    private static void put(Map<String, String> fields, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) fields.put(name, value.asString());
    }
}
