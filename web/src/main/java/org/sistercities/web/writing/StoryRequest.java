package org.sistercities.web.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sistercities.web.page.Told;
import org.sistercities.web.staff.Fields;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the API is asked for, of what was typed into the fields of {@link StoryForm}. Whether it is right, the API says.
 *
 * @param nowhere the fields in which no city is found
 */
record StoryRequest(ObjectNode story, List<String> nowhere) {
    private static final Pattern ROW = Pattern.compile("^/(credits|photos|syndications|cityIds)/(\\d+)(?:/(\\w+))?$");

    static StoryRequest of(Map<String, String> typed, Places places) {
        var story = JsonNodeFactory.instance.objectNode();
        for (var text : StoryForm.TEXTS) Fields.put(story, text, typed.get(text));
        story.put("body", typed.getOrDefault("body", "").replace("\r\n", "\n"));
        Fields.put(
                story, "embargoUntil", Fields.instant(Fields.text(typed, "embargoUntil"), Fields.text(typed, "zone")));
        dateline(story, typed);
        series(story, typed);
        rows(story, typed, "credits", used(typed, "credits"), StoryForm.CREDIT);
        rows(story, typed, "photos", used(typed, "photos"), StoryForm.PHOTO);
        rows(story, typed, "syndications", used(typed, "syndications"), StoryForm.COPY);
        lines(typed, "partnershipIds")
                .map(Places::lastPart)
                .forEach(id -> story.withArray("partnershipIds").add(id));
        lines(typed, "eventIds")
                .map(places::event)
                .forEach(id -> story.withArray("eventIds").add(id));
        Stream.of(Fields.text(typed, "tags").split("[,\\n]"))
                .map(StoryRequest::tag)
                .filter(tag -> !tag.isEmpty())
                .forEach(tag -> story.withArray("tags").add(tag));
        return new StoryRequest(story, cities(story, typed, places));
    }

    /** The field a JSON Pointer of the API means: rows that nothing stands in are not counted there. */
    static String field(String pointer, Map<String, String> typed) {
        var row = ROW.matcher(pointer);
        if (!row.matches()) return Told.field(pointer);
        var list = row.group(1).equals("cityIds") ? "cities" : row.group(1);
        var used = used(typed, list);
        int at = Integer.parseInt(row.group(2));
        if (at >= used.size()) return Told.field(pointer);
        return list + "-" + used.get(at) + "-" + (row.group(3) == null ? firstOf(list) : row.group(3));
    }

    private static String firstOf(String list) {
        return list.equals("cities") ? "city" : list.equals("photos") ? "credit" : "name";
    }

    private static List<Integer> used(Map<String, String> typed, String list) {
        return switch (list) {
            case "credits" -> Fields.rows(typed, list, "name", "title", "organisation", "link");
            case "photos" -> Fields.rows(typed, list, StoryForm.PHOTO);
            case "cities" -> Fields.rows(typed, list, StoryForm.CITY);
            default -> Fields.rows(typed, list, "platform", "url");
        };
    }

    private static void dateline(ObjectNode story, Map<String, String> typed) {
        if (Fields.text(typed, "dateline-place").isEmpty()
                && Fields.text(typed, "dateline-date").isEmpty()) return;
        for (var part : List.of("place", "date"))
            Fields.put(story.withObject("/dateline"), part, typed.get("dateline-" + part));
    }

    private static void series(ObjectNode story, Map<String, String> typed) {
        if (Fields.text(typed, "series-name").isEmpty()) return;
        Fields.put(story.withObject("/series"), "name", typed.get("series-name"));
        Fields.number(story.withObject("/series"), "part", Fields.text(typed, "series-part"));
    }

    private static void rows(
            ObjectNode story, Map<String, String> typed, String list, List<Integer> used, String... names) {
        for (int i : used) {
            var row = story.withArray(list).addObject();
            for (var name : names) Fields.put(row, name, typed.get(list + "-" + i + "-" + name));
        }
    }

    private static List<String> cities(ObjectNode story, Map<String, String> typed, Places places) {
        var nowhere = new ArrayList<String>();
        for (int i : used(typed, "cities")) {
            var field = "cities-" + i + "-city";
            places.meant(Fields.text(typed, field))
                    .ifPresentOrElse(id -> story.withArray("cityIds").add(id), () -> nowhere.add(field));
        }
        return nowhere;
    }

    private static Stream<String> lines(Map<String, String> typed, String field) {
        return Fields.text(typed, field).lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static String tag(String typed) {
        return typed.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }
}
