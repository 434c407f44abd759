package org.sistercities.web.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.page.Form;

/**
 * What a visitor has chosen in the form on an event's page.
 *
 * @param counts of each ticket type, none left out that was in the form
 * @param waiting whether they will wait if there are no places
 */
record Choice(
        String form,
        Map<String, Integer> counts,
        @Nullable String code,
        @Nullable String name,
        @Nullable String email,
        boolean waiting) {
    private static final String COUNT = "count-";

    static Choice of(Form form) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var field : form.names())
            if (field.startsWith(COUNT)) counts.put(field.substring(COUNT.length()), number(form.text(field)));
        var key = text(form, "key");
        return new Choice(
                key == null ? UUID.randomUUID().toString() : key,
                counts,
                text(form, "code"),
                text(form, "name"),
                text(form, "email"),
                form.has("wait"));
    }

    boolean isEmpty() {
        return counts.values().stream().allMatch(count -> count == 0);
    }

    /** The same form with the same choice is the same request, however often it is sent. */
    String idempotencyKey() {
        return UUID.nameUUIDFromBytes((form + tickets() + code + name + email + waiting).getBytes(UTF_8))
                .toString();
    }

    /** What to ask the API for: places that are held, or, with a name, places or one in the line. */
    Map<String, Object> request() {
        var request = new LinkedHashMap<String, Object>();
        request.put("tickets", tickets());
        if (code != null) request.put("code", code);
        if (name != null && email != null) request.put("contact", new Registration.Contact(name, email));
        else request.put("hold", true);
        if (waiting) request.put("joinWaitingList", true);
        return request;
    }

    List<Registration.Tickets> tickets() {
        return counts.entrySet().stream()
                .filter(some -> some.getValue() > 0)
                .map(some -> new Registration.Tickets(some.getKey(), some.getValue()))
                .toList();
    }

    private static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static @Nullable String text(Form form, String field) {
        return form.text(field).isEmpty() ? null : form.text(field);
    }
}
