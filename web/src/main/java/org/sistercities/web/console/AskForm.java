package org.sistercities.web.console;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sistercities.web.page.Form;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What guests are asked, and until when they may change something, as a form and back. A question without words is left out. */
record AskForm(List<Row> rows, String changesUntil, String invoiceDays) {
    private static final int MORE_ROWS = 2;
    private static final int LENGTH_OF_ID = 36;
    private static final String FIELD = "question-";

    /** A question; {@code choices} one a line, {@code ticketTypes} whose guests are asked, none for all. */
    record Row(String id, String text, String kind, boolean required, String choices, List<String> ticketTypes) {
        static final Row EMPTY = new Row("", "", "TEXT", false, "", List.of());

        private static Row of(JsonNode question) {
            return new Row(
                    question.path("id").asString(),
                    question.path("text").asString(),
                    question.path("kind").asString(),
                    question.path("required").asBoolean(false),
                    String.join("\n", strings(question.path("choices"))),
                    strings(question.path("ticketTypes")));
        }

        private static Row of(Form form, int i) {
            var field = FIELD + i + "-";
            return new Row(
                    form.text(field + "id"),
                    form.text(field + "text"),
                    form.text(field + "kind"),
                    form.has(field + "required"),
                    form.text(field + "choices"),
                    form.texts(field + "ticketType"));
        }

        private boolean isAsked() {
            return !text.isEmpty();
        }

        private void write(ObjectNode question, String named) {
            question.put("id", named).put("text", text).put("kind", kind).put("required", required);
            var said = question.putArray("choices");
            choices.lines()
                    .map(String::strip)
                    .filter(choice -> !choice.isEmpty())
                    .forEach(said::add);
            ticketTypes.forEach(question.putArray("ticketTypes")::add);
        }
    }

    /** Of what the API says of an event's tickets. */
    static AskForm of(JsonNode offer, String zone) {
        var rules = offer.path("registration");
        var rows = new ArrayList<>(
                rules.path("questions").valueStream().map(Row::of).toList());
        for (int i = 0; i < MORE_ROWS; i++) rows.add(Row.EMPTY);
        return new AskForm(
                rows,
                OfferForm.local(rules.path("changesUntil"), zone),
                rules.path("invoiceDays").asString(""));
    }

    static AskForm of(Form form) {
        var rows = IntStream.iterate(0, i -> form.has(FIELD + i + "-text"), i -> i + 1)
                .mapToObj(i -> Row.of(form, i))
                .toList();
        return new AskForm(rows, form.text("changesUntil"), form.text("invoiceDays"));
    }

    /** The words of all that are asked. */
    List<String> asked() {
        return rows.stream().filter(Row::isAsked).map(Row::text).toList();
    }

    /** The offer as it was, with these rules. A new question is named after its words, as nothing else is. */
    JsonNode changed(JsonNode offer, String zone) {
        var changed = (ObjectNode) offer.deepCopy();
        var rules = changed.withObject("/registration");
        rules.remove(List.of("changesUntil", "invoiceDays"));
        var until = PlanRequest.at(changesUntil, Map.of("zone", zone));
        if (!until.isEmpty()) rules.put("changesUntil", until);
        PlanRequest.number(rules, "invoiceDays", invoiceDays);
        var questions = rules.putArray("questions");
        var taken = new HashSet<>(rows.stream().map(Row::id).toList());
        for (var row : rows) if (row.isAsked()) row.write(questions.addObject(), named(row, taken));
        return changed;
    }

    private static String named(Row row, HashSet<String> taken) {
        if (!row.id().isEmpty()) return row.id();
        var words = PlanRequest.named(row.text());
        var name = words.isEmpty() ? "question" : words.substring(0, Math.min(LENGTH_OF_ID, words.length()));
        name = name.replaceAll("-$", "");
        var id = name;
        for (int n = 2; !taken.add(id); n++) id = name + "-" + n;
        return id;
    }

    private static List<String> strings(JsonNode texts) {
        return texts.valueStream().map(JsonNode::asString).toList();
    }
}
