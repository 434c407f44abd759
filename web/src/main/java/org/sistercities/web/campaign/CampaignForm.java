package org.sistercities.web.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sistercities.web.page.Told;
import org.sistercities.web.staff.Fields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A campaign as the fields of a form, and what the API is asked for of them. A call to action in which nothing stands is left out. */
final class CampaignForm {
    private static final List<String> TEXTS = List.of("slug", "name", "slogan", "image", "from", "until");
    private static final List<String> TARGET = List.of("amount", "currency");
    private static final String[] ACTION = {"label", "url"};
    private static final Pattern ROW = Pattern.compile("^/actions/(\\d+)(?:/(\\w+))?$");
    private static final int MOST_ACTIONS = 5;

    private CampaignForm() {}

    static Map<String, String> fields(JsonNode campaign) {
        var fields = new HashMap<String, String>();
        for (var text : TEXTS) Fields.note(fields, text, campaign.path(text));
        Fields.note(fields, "body", campaign.path("body"));
        var goal = campaign.path("goal");
        Fields.note(fields, "goal-text", goal.path("text"));
        for (var part : TARGET)
            Fields.note(fields, "goal-target-" + part, goal.path("target").path(part));
        var actions = campaign.path("actions");
        for (int i = 0; i < actions.size(); i++)
            for (var part : ACTION)
                Fields.note(fields, "actions-" + i + "-" + part, actions.get(i).path(part));
        return fields;
    }

    /** How many calls to action there is room for: one more than are used. */
    static int actions(Map<String, String> fields) {
        return Math.min(Fields.shown(used(fields), 1), MOST_ACTIONS);
    }

    static ObjectNode request(Map<String, String> typed) {
        var campaign = JsonNodeFactory.instance.objectNode();
        for (var text : TEXTS) Fields.put(campaign, text, typed.get(text));
        campaign.put("body", typed.getOrDefault("body", "").replace("\r\n", "\n"));
        Fields.put(campaign.withObject("/goal"), "text", typed.get("goal-text"));
        if (!Fields.text(typed, "goal-target-amount").isEmpty())
            for (var part : TARGET)
                Fields.put(campaign.withObject("/goal/target"), part, typed.get("goal-target-" + part));
        if (campaign.path("goal").isEmpty()) campaign.remove("goal");
        for (int i : used(typed)) {
            var action = campaign.withArray("actions").addObject();
            for (var part : ACTION) Fields.put(action, part, typed.get("actions-" + i + "-" + part));
        }
        return campaign;
    }

    /** The field a JSON Pointer of the API means: calls to action that nothing stands in are not counted there. */
    static String field(String pointer, Map<String, String> typed) {
        var row = ROW.matcher(pointer);
        if (!row.matches()) return Told.field(pointer);
        var used = used(typed);
        int at = Integer.parseInt(row.group(1));
        if (at >= used.size()) return Told.field(pointer);
        return "actions-" + used.get(at) + "-" + (row.group(2) == null ? "label" : row.group(2));
    }

    private static List<Integer> used(Map<String, String> typed) {
        return Fields.rows(typed, "actions", ACTION);
    }
}
