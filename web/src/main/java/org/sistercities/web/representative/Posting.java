package org.sistercities.web.representative;

import static java.util.Locale.ROOT;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sistercities.web.page.Form;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A listing as the fields of a form, and back. Whether it is right, the API says. */
final class Posting {
    static final List<String> REGIONS =
            List.of("AFRICA", "ASIA", "EUROPE", "NORTH_AMERICA", "OCEANIA", "SOUTH_AMERICA", "ANTARCTICA");
    static final List<String> THEMES = List.of(
            "ARTS_AND_CULTURE", "YOUTH_AND_EDUCATION", "BUSINESS_AND_TRADE", "HUMANITARIAN_AND_COMMUNITY_DEVELOPMENT");
    private static final List<String> POPULATIONS = List.of("minPopulation", "maxPopulation");
    static final List<String> CONTACT = List.of("name", "office", "email", "phone");

    private Posting() {}

    static Map<String, String> fields(JsonNode posting) {
        var fields = new HashMap<String, String>();
        var wanted = posting.path("wanted");
        for (var list : List.of("regions", "themes"))
            wanted.path(list).forEach(value -> fields.put(list + "-" + value.asString(), "on"));
        for (var list : List.of("countries", "languages"))
            fields.put(
                    list,
                    wanted.path(list).valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")));
        for (var bound : POPULATIONS)
            if (wanted.hasNonNull(bound)) fields.put(bound, wanted.path(bound).asString());
        fields.put("text", posting.path("text").asString(""));
        for (var part : CONTACT)
            fields.put("contact-" + part, posting.path("contact").path(part).asString(""));
        return fields;
    }

    static ObjectNode request(Form form) {
        var posting = JsonNodeFactory.instance.objectNode();
        var wanted = posting.putObject("wanted");
        checked(form, "regions", REGIONS, wanted.putArray("regions"));
        checked(form, "themes", THEMES, wanted.putArray("themes"));
        separated(form.text("countries").toUpperCase(ROOT)).forEach(wanted.putArray("countries")::add);
        separated(form.text("languages")).forEach(wanted.putArray("languages")::add);
        for (var bound : POPULATIONS) number(wanted, bound, form.text(bound));
        posting.put("text", form.text("text").replace("\r\n", "\n"));
        var contact = posting.putObject("contact");
        for (var part : CONTACT)
            if (!form.text("contact-" + part).isEmpty()) contact.put(part, form.text("contact-" + part));
        return posting;
    }

    private static void checked(Form form, String list, List<String> values, ArrayNode into) {
        values.stream().filter(value -> form.has(list + "-" + value)).forEach(into::add);
    }

    private static List<String> separated(String text) {
        return Arrays.stream(text.split("[,;\\s]+"))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** Thousands may be grouped; what is no number is sent as it is, and the API says so. */
    private static void number(ObjectNode object, String name, String text) {
        var digits = text.replaceAll("[\\s.,’]", "");
        if (digits.isEmpty()) return;
        if (digits.matches("\\d{1,18}")) object.put(name, Long.parseLong(digits));
        else object.put(name, text);
    }
}
