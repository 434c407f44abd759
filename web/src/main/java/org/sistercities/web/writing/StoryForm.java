package org.sistercities.web.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sistercities.web.staff.Fields;
import tools.jackson.databind.JsonNode;

/** A story as the fields of a form. A row in which nothing stands is left out, and there are always empty ones for more. */
final class StoryForm {
    static final String UTC = "UTC";
    static final List<String> TEXTS = List.of(
            "kind",
            "slug",
            "headline",
            "excerpt",
            "body",
            "language",
            "translationOf",
            "leadImage",
            "campaignId",
            "publishedOn");
    static final String[] CREDIT = {"name", "title", "organisation", "link", "role"};
    static final String[] PHOTO = {"credit", "caption"};
    static final String[] COPY = {"platform", "url", "direction"};
    static final String[] CITY = {"city"};
    private static final int MORE = 1;
    private static final int MORE_CITIES = 2;

    private StoryForm() {}

    /**
     * What is written.
     *
     * @param city how a city of this id stands in a field
     */
    static Map<String, String> fields(JsonNode story, Function<String, String> city) {
        var fields = new HashMap<String, String>();
        for (var text : TEXTS) Fields.note(fields, text, story.path(text));
        for (var part : List.of("place", "date"))
            Fields.note(fields, "dateline-" + part, story.path("dateline").path(part));
        for (var part : List.of("name", "part"))
            Fields.note(fields, "series-" + part, story.path("series").path(part));
        fields.put("zone", UTC);
        fields.put("embargoUntil", Fields.minutes(story.path("embargoUntil"), UTC));
        rows(fields, "credits", story.path("credits"), CREDIT);
        rows(fields, "photos", story.path("photos"), PHOTO);
        rows(fields, "syndications", story.path("syndications"), COPY);
        var cities = texts(story.path("cityIds"));
        for (int i = 0; i < cities.size(); i++) fields.put("cities-" + i + "-city", city.apply(cities.get(i)));
        for (var lines : List.of("partnershipIds", "eventIds"))
            fields.put(lines, String.join("\n", texts(story.path(lines))));
        fields.put("tags", String.join(", ", texts(story.path("tags"))));
        return fields;
    }

    /** How many rows each list is shown with. */
    static Map<String, Integer> rows(Map<String, String> fields) {
        return Map.of(
                "credits", Fields.shown(Fields.rows(fields, "credits", "name", "title", "organisation", "link"), MORE),
                "photos", Fields.shown(Fields.rows(fields, "photos", PHOTO), MORE),
                "syndications", Fields.shown(Fields.rows(fields, "syndications", "platform", "url"), MORE),
                "cities", Fields.shown(Fields.rows(fields, "cities", CITY), MORE_CITIES));
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toList());
    }

    private static void rows(Map<String, String> fields, String list, JsonNode values, String... names) {
        for (int i = 0; i < values.size(); i++)
            for (var name : names)
                Fields.note(fields, list + "-" + i + "-" + name, values.get(i).path(name));
    }
}
