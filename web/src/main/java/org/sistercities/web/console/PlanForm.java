package org.sistercities.web.console;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event's plan as the fields of a form, and back. What the form has no field for stays as it was. Lists are rows
 * ({@code programme-0-title}); a row without its first field is left out, and there are always empty ones for more.
 */
final class PlanForm {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TEXTS =
            List.of("slug", "title", "kind", "description", "dressCode", "zone", "hostCityId");
    private static final List<String> VENUE = List.of("name", "city", "countryCode", "address");
    private static final List<String> PERSON = List.of("name", "title", "organisation");
    private static final List<String> PEOPLE = List.of("masterOfCeremonies", "honoraryChair");
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

    /** What to ask for, of what was typed. */
    static ObjectNode plan(Map<String, String> typed) {
        var plan = JSON.objectNode();
        for (var text : TEXTS) put(plan, text, typed.get(text));
        var venue = plan.putObject("venue");
        for (var text : VENUE) put(venue, text, typed.get("venue-" + text));
        var rooms = venue.putArray("rooms");
        typed.getOrDefault("rooms", "")
                .lines()
                .map(String::strip)
                .filter(room -> !room.isEmpty())
                .forEach(rooms::add);
        for (var time : List.of("startsAt", "endsAt")) put(plan, time, at(typed.get(time), typed));
        for (int i : used(typed, "programme", "title")) {
            var item = plan.withArray("programme").addObject();
            for (var text : List.of("title", "room")) put(item, text, typed.get("programme-" + i + "-" + text));
            for (var time : List.of("startsAt", "endsAt"))
                put(item, time, at(typed.get("programme-" + i + "-" + time), typed));
        }
        billing(plan.putObject("billing"), typed);
        return plan;
    }

    private static void billing(ObjectNode billing, Map<String, String> typed) {
        for (int i : used(typed, "hosts", "name")) {
            var host = billing.withArray("hosts").addObject();
            for (var text : PERSON) put(host, text, typed.get("hosts-" + i + "-" + text));
        }
        for (int i : used(typed, "coSponsors", "name")) {
            var sponsor = billing.withArray("coSponsors").addObject();
            for (var text : List.of("name", "tier", "mention", "logoImageId"))
                put(sponsor, text, typed.get("coSponsors-" + i + "-" + text));
            number(sponsor, "seats", typed.get("coSponsors-" + i + "-seats"));
        }
        for (var person : PEOPLE)
            if (!typed.getOrDefault(person + "-name", "").isBlank())
                for (var text : PERSON) put(billing.withObject("/" + person), text, typed.get(person + "-" + text));
    }

    /** A plan with its quotas and ticket types, named after what they are called. */
    static ObjectNode draft(Map<String, String> typed) {
        var draft = plan(typed);
        if (!draft.has("slug")) put(draft, "slug", named(typed.getOrDefault("title", "")));
        var quotas = used(typed, "quota", "name");
        for (int i : quotas) {
            var quota = draft.withArray("quotas").addObject();
            put(quota, "id", named(typed.getOrDefault("quota-" + i + "-name", "")));
            put(quota, "name", typed.get("quota-" + i + "-name"));
            number(quota, "capacity", typed.get("quota-" + i + "-capacity"));
        }
        for (int i : used(typed, "ticket", "name")) {
            var ticket = draft.withArray("ticketTypes").addObject();
            put(ticket, "id", named(typed.getOrDefault("ticket-" + i + "-name", "")));
            put(ticket, "name", typed.get("ticket-" + i + "-name"));
            put(ticket.putObject("price"), "amount", typed.get("ticket-" + i + "-amount"));
            put(ticket.withObject("/price"), "currency", typed.get("ticket-" + i + "-currency"));
            for (int quota : quotas)
                if (typed.containsKey("ticket-" + i + "-quota-" + quota))
                    ticket.withArray("quotas").add(named(typed.getOrDefault("quota-" + quota + "-name", "")));
        }
        return draft;
    }

    /** Such as vip-room for VIP room. */
    static String named(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** A time of the clock at the venue; what is none is sent as it is, and the API says so. */
    static String at(@Nullable String time, Map<String, String> typed) {
        if (time == null || time.isBlank()) return "";
        try {
            return LocalDateTime.parse(time)
                    .atZone(ZoneId.of(typed.getOrDefault("zone", "")))
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeException e) {
            return time;
        }
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

    private static List<Integer> used(Map<String, String> typed, String list, String first) {
        return IntStream.range(0, MOST_ROWS)
                .filter(i ->
                        !typed.getOrDefault(list + "-" + i + "-" + first, "").isBlank())
                .boxed()
                .toList();
    }

    private static void put(Map<String, String> fields, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) fields.put(name, value.asString());
    }

    private static void put(ObjectNode object, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) object.put(name, value.strip());
    }

    /** What is no number is sent as it is, and the API says so. */
    static void number(ObjectNode object, String name, @Nullable String value) {
        if (value == null || value.isBlank()) return;
        try {
            object.put(name, Integer.parseInt(value.strip()));
        } catch (NumberFormatException e) {
            object.put(name, value);
        }
    }
}
