package org.sistercities.web.frontpage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sistercities.web.staff.Fields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The slots of an edition as rows of a form, in their order; stories are chosen one by one. */
final class SlotForm {
    static final List<String> KINDS =
            List.of("HERO", "FEATURES", "CITY_SEARCH", "CAMPAIGN", "EVENTS", "MISSION", "DONATE");
    private static final List<String> TEXTS = List.of("kind", "heading", "text", "fill", "campaignId", "image");
    private static final List<String> LINK = List.of("label", "url");
    private static final Pattern ROW = Pattern.compile("slots-(\\d{1,3})-(.+)");
    private static final int MOST_STORIES = 20;
    private static final int MORE_STORIES = 2;

    private SlotForm() {}

    static Map<String, String> fields(JsonNode slots, String note) {
        var fields = new HashMap<String, String>();
        fields.put("note", note);
        for (int i = 0; i < slots.size(); i++) {
            var slot = slots.get(i);
            for (var text : TEXTS) Fields.note(fields, "slots-" + i + "-" + text, slot.path(text));
            for (var part : LINK)
                Fields.note(
                        fields,
                        "slots-" + i + "-link-" + part,
                        slot.path("link").path(part));
            for (int story = 0; story < slot.path("storyIds").size(); story++)
                fields.put(
                        "slots-" + i + "-story-" + story,
                        slot.path("storyIds").get(story).asString());
        }
        return fields;
    }

    /** The rows that are not taken off the page. */
    static List<Integer> rows(Map<String, String> typed) {
        return Fields.rows(typed, "slots", "kind");
    }

    /** How many choices of a story each row is shown with. */
    static Map<Integer, Integer> stories(Map<String, String> typed) {
        var shown = new HashMap<Integer, Integer>();
        for (int i : rows(typed)) {
            int used = IntStream.range(0, MOST_STORIES)
                    .filter(story -> !Fields.text(typed, "slots-" + i + "-story-" + story)
                            .isEmpty())
                    .map(story -> story + 1)
                    .max()
                    .orElse(0);
            shown.put(i, Math.min(used + MORE_STORIES, MOST_STORIES));
        }
        return shown;
    }

    static ObjectNode layout(Map<String, String> typed) {
        var layout = JsonNodeFactory.instance.objectNode();
        layout.putArray("slots");
        Fields.put(layout, "note", typed.get("note"));
        for (int i : rows(typed)) {
            var row = "slots-" + i + "-";
            var slot = layout.withArray("slots").addObject();
            for (var text : TEXTS) {
                if (text.equals("fill")) Fields.number(slot, text, Fields.text(typed, row + text));
                else Fields.put(slot, text, typed.get(row + text));
            }
            for (var part : LINK)
                if (!Fields.text(typed, row + "link-" + part).isEmpty())
                    Fields.put(slot.withObject("/link"), part, typed.get(row + "link-" + part));
            for (int story = 0; story < MOST_STORIES; story++) {
                var id = Fields.text(typed, row + "story-" + story);
                if (!id.isEmpty()) slot.withArray("storyIds").add(id);
            }
        }
        return layout;
    }

    /** The same with one row more, one less, or one in another place: "add", "off-3", "up-3", "down-3". */
    static Map<String, String> arranged(Map<String, String> typed, String how) {
        var order = new java.util.ArrayList<>(rows(typed));
        int row = how.matches("(off|up|down)-\\d{1,3}") ? Integer.parseInt(how.substring(how.indexOf('-') + 1)) : -1;
        int at = order.indexOf(row);
        if (how.startsWith("off-")) order.remove(Integer.valueOf(row));
        if (how.startsWith("up-") && at > 0) java.util.Collections.swap(order, at, at - 1);
        if (how.startsWith("down-") && at >= 0 && at < order.size() - 1) java.util.Collections.swap(order, at, at + 1);
        var arranged = new HashMap<String, String>();
        typed.forEach((field, text) -> {
            var of = ROW.matcher(field);
            if (!of.matches()) arranged.put(field, text);
            else if (order.contains(Integer.valueOf(of.group(1))))
                arranged.put("slots-" + order.indexOf(Integer.valueOf(of.group(1))) + "-" + of.group(2), text);
        });
        if (how.equals("add")) arranged.put("slots-" + order.size() + "-kind", "FEATURES");
        return arranged;
    }
}
