package org.sistercities.web.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sistercities.web.page.Form;

/** The guests of a party as fields of a form, one of each for every place, in the order of the tickets. */
final class GuestForm {
    private GuestForm() {}

    /** What to tell of each guest; answers to the event's questions, which the form does not ask, stay. */
    static List<Map<String, Object>> told(List<Registration.Guest> known, Form form) {
        return known.stream().map(guest -> told(guest, form)).toList();
    }

    private static Map<String, Object> told(Registration.Guest guest, Form form) {
        var told = new LinkedHashMap<String, Object>();
        put(told, "name", form.texts("guest"), guest);
        put(told, "dietary", form.texts("dietary"), guest);
        put(told, "access", form.texts("access"), guest);
        told.put("answers", Objects.requireNonNullElse(guest.answers(), Map.of()));
        return told;
    }

    private static void put(Map<String, Object> told, String name, List<String> texts, Registration.Guest guest) {
        if (guest.number() > texts.size()) return;
        var text = texts.get(guest.number() - 1);
        if (!text.isEmpty()) told.put(name, text);
    }
}
