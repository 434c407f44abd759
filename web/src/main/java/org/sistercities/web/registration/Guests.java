package org.sistercities.web.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.event.EventPage;
import org.sistercities.web.page.Form;

/** The guests of a party, one for every place, in the order of the tickets; and the same as fields of a form. */
public record Guests(List<Guest> items) {

    /** One place, and who comes to it. */
    public record Guest(
            int number,
            String ticketType,
            @Nullable String name,
            @Nullable String dietary,
            @Nullable String access,
            @Nullable Map<String, String> answers) {

        /** What was answered to a question. */
        public @Nullable String answer(String question) {
            return answers == null ? null : answers.get(question);
        }
    }

    /** What to tell of each guest. An answer the form did not ask for stays, as long as the event asks. */
    public List<Map<String, Object>> told(Form form, EventPage event) {
        return items.stream().map(guest -> told(guest, form, event)).toList();
    }

    private static Map<String, Object> told(Guest guest, Form form, EventPage event) {
        var told = new LinkedHashMap<String, Object>();
        put(told, "name", form.texts("guest"), guest);
        put(told, "dietary", form.texts("dietary"), guest);
        put(told, "access", form.texts("access"), guest);
        var known = new LinkedHashMap<String, String>();
        for (var question : event.questionsFor(guest.ticketType())) {
            var answer = guest.answer(question.id());
            if (answer != null) known.put(question.id(), answer);
        }
        told.put("answers", answers(known, guest.number(), form));
        return told;
    }

    /** The answers of a place's guest, in fields such as {@code answer-2-menu}; an empty one is none. */
    public static Map<String, String> answers(Map<String, String> known, int number, Form form) {
        var answers = new LinkedHashMap<>(known);
        var prefix = "answer-" + number + "-";
        for (var field : form.names())
            if (field.startsWith(prefix)) {
                var question = field.substring(prefix.length());
                if (form.text(field).isEmpty()) answers.remove(question);
                else answers.put(question, form.text(field));
            }
        return answers;
    }

    /** What was typed, for the form that is shown again. */
    public static Map<String, List<String>> typed(Form form) {
        return Map.of(
                "typedGuests", form.texts("guest"),
                "typedDietary", form.texts("dietary"),
                "typedAccess", form.texts("access"));
    }

    private static void put(Map<String, Object> told, String name, List<String> texts, Guest guest) {
        if (guest.number() > texts.size()) return;
        var text = texts.get(guest.number() - 1);
        if (!text.isEmpty()) told.put(name, text);
    }
}
