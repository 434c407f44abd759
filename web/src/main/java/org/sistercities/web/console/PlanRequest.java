package org.sistercities.web.console;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the API is asked for, of what was typed into the fields of {@link PlanForm}. Whether it is right, the API says. */
final class PlanRequest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PlanRequest() {}

    /** What to ask for, of what was typed. */
    static ObjectNode plan(Map<String, String> typed) {
        var plan = JSON.objectNode();
        for (var text : PlanForm.TEXTS) put(plan, text, typed.get(text));
        var venue = plan.putObject("venue");
        for (var text : PlanForm.VENUE) put(venue, text, typed.get("venue-" + text));
        var rooms = venue.putArray("rooms");
        typed.getOrDefault("rooms", "")
                .lines()
                .map(String::strip)
                .filter(room -> !room.isEmpty())
                .forEach(rooms::add);
        for (var time : List.of("startsAt", "endsAt")) put(plan, time, at(typed.get(time), typed));
        for (int i : PlanForm.used(typed, "programme", "title")) {
            var item = plan.withArray("programme").addObject();
            for (var text : List.of("title", "room")) put(item, text, typed.get("programme-" + i + "-" + text));
            for (var time : List.of("startsAt", "endsAt"))
                put(item, time, at(typed.get("programme-" + i + "-" + time), typed));
        }
        billing(plan.putObject("billing"), typed);
        return plan;
    }

    private static void billing(ObjectNode billing, Map<String, String> typed) {
        for (int i : PlanForm.used(typed, "hosts", "name")) {
            var host = billing.withArray("hosts").addObject();
            for (var text : PlanForm.PERSON) put(host, text, typed.get("hosts-" + i + "-" + text));
        }
        for (int i : PlanForm.used(typed, "coSponsors", "name")) {
            var sponsor = billing.withArray("coSponsors").addObject();
            for (var text : List.of("name", "tier", "mention", "logoImageId"))
                put(sponsor, text, typed.get("coSponsors-" + i + "-" + text));
            number(sponsor, "seats", typed.get("coSponsors-" + i + "-seats"));
        }
        for (var person : PlanForm.PEOPLE)
            if (!typed.getOrDefault(person + "-name", "").isBlank())
                for (var text : PlanForm.PERSON)
                    put(billing.withObject("/" + person), text, typed.get(person + "-" + text));
    }

    /** A plan with its quotas and ticket types, named after what they are called. */
    static ObjectNode draft(Map<String, String> typed) {
        var draft = plan(typed);
        if (!draft.has("slug")) put(draft, "slug", named(typed.getOrDefault("title", "")));
        var quotas = PlanForm.used(typed, "quota", "name");
        for (int i : quotas) {
            var quota = draft.withArray("quotas").addObject();
            put(quota, "id", named(typed.getOrDefault("quota-" + i + "-name", "")));
            put(quota, "name", typed.get("quota-" + i + "-name"));
            number(quota, "capacity", typed.get("quota-" + i + "-capacity"));
        }
        for (int i : PlanForm.used(typed, "ticket", "name")) {
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
