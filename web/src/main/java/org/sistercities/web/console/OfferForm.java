package org.sistercities.web.console;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.page.Form;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tickets an event offers as rows of a form, and back; what a row has no field for stays as it was. */
final class OfferForm {
    private static final int LENGTH_OF_MINUTES = 16;

    private OfferForm() {}

    /** A ticket type in the form; one without an id is the empty row for another. */
    record Row(
            String id,
            String name,
            String amount,
            String currency,
            List<String> quotas,
            String min,
            String max,
            String from,
            String until,
            String audience,
            boolean byCode,
            boolean byApproval) {}

    static List<Row> rows(JsonNode offer, String zone) {
        var rows = new ArrayList<Row>();
        var currency = "USD";
        for (var type : offer.path("ticketTypes")) {
            currency = type.path("price").path("currency").asString();
            rows.add(row(type, zone));
        }
        rows.add(new Row("", "", "0", currency, List.of(), "1", "10", "", "", "", false, false));
        return rows;
    }

    private static Row row(JsonNode type, String zone) {
        return new Row(
                type.path("id").asString(),
                type.path("name").asString(),
                type.path("price").path("amount").asString(),
                type.path("price").path("currency").asString(),
                type.path("quotas").valueStream().map(JsonNode::asString).toList(),
                type.path("partySize").path("min").asString(""),
                type.path("partySize").path("max").asString(""),
                local(type.path("sales").path("from"), zone),
                local(type.path("sales").path("until"), zone),
                type.path("audience").asString(""),
                type.path("byCode").asBoolean(false),
                type.path("byApproval").asBoolean(false));
    }

    static JsonNode changed(JsonNode offer, Form form) {
        var changed = (ObjectNode) offer.deepCopy();
        for (var type : changed.withArray("ticketTypes"))
            write((ObjectNode) type, type.path("id").asString(), form);
        if (!form.text("-name").isEmpty()) {
            var fresh = changed.withArray("ticketTypes").addObject();
            write(fresh.put("id", PlanRequest.named(form.text("-name"))), "", form);
        }
        return changed;
    }

    private static void write(ObjectNode type, String row, Form form) {
        if (!form.has(row + "-name")) return; // came since the form was shown; the entity tag will say so
        type.put("name", form.text(row + "-name"));
        type.putObject("price").put("amount", form.text(row + "-amount")).put("currency", form.text(row + "-currency"));
        var quotas = type.putArray("quotas");
        form.texts(row + "-quota").forEach(quotas::add);
        var size = type.putObject("partySize");
        PlanRequest.number(size, "min", form.text(row + "-min"));
        PlanRequest.number(size, "max", form.text(row + "-max"));
        var sales = type.putObject("sales");
        for (var end : List.of("from", "until")) {
            var at = PlanRequest.at(form.text(row + "-" + end), Map.of("zone", form.text("zone")));
            if (!at.isEmpty()) sales.put(end, at);
        }
        type.remove("audience");
        if (!form.text(row + "-audience").isEmpty()) type.put("audience", form.text(row + "-audience"));
        type.put("byCode", form.has(row + "-byCode")).put("byApproval", form.has(row + "-byApproval"));
    }

    static String local(@Nullable JsonNode instant, String zone) {
        if (instant == null || !instant.isString()) return "";
        return LocalDateTime.ofInstant(Instant.parse(instant.asString()), ZoneId.of(zone))
                .toString()
                .substring(0, LENGTH_OF_MINUTES);
    }
}
