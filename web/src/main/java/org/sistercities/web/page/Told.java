package org.sistercities.web.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.Refused;
import org.springframework.http.HttpStatus;

/**
 * What was not done with a form, for the page that shows it again with all that was typed. Where there is a message {@code
 * problem.<type>}, that is said; the API's own words are for where there is none.
 *
 * @param type of the problem
 * @param detail what happened, in the API's words, which are English
 * @param isStale whether somebody else was faster
 * @param wrong what is not right, by field
 * @param facts what the problem tells beside its words, by name
 */
public record Told(String type, String detail, boolean isStale, Map<String, Phrase> wrong, Map<String, String> facts) {
    private static final int SIGN_IN = 401;

    /** Of what the API has refused, with its JSON Pointers as names of fields. Who is not known any more has to sign in instead. */
    public static Told of(Refused refused, UnaryOperator<String> field) {
        if (refused.status() == SIGN_IN) throw refused;
        var wrong = new LinkedHashMap<String, Phrase>();
        refused.errors().forEach((pointer, detail) -> wrong.putIfAbsent(field.apply(pointer), new Phrase(detail)));
        return new Told(refused.type(), refused.detail(), refused.isStale(), wrong, refused.facts());
    }

    /** Of what the API has refused, where fields have the names it uses. */
    public static Told of(Refused refused) {
        return of(refused, Told::field);
    }

    /** Of something we have seen ourselves. */
    public static Told ours(String type, List<String> fields) {
        var wrong = new LinkedHashMap<String, Phrase>();
        fields.forEach(field -> wrong.put(field, new Phrase("")));
        return new Told(type, "", false, wrong, Map.of());
    }

    /** The name of the field a JSON Pointer means, where nothing is left out between. */
    public static String field(String pointer) {
        return pointer.replaceFirst("^/", "").replace('/', '-');
    }

    /** For a page that also shows what else the caller puts beside it. */
    public Map<String, Object> model() {
        return new HashMap<>(Map.of("told", this));
    }

    /** A message with the problem's facts in it, such as {@code {left}}; null when it needs one the problem does not tell. */
    public @Nullable String filled(@Nullable String message) {
        if (message == null) return null;
        var filled = message;
        for (var fact : facts.entrySet()) filled = filled.replace("{" + fact.getKey() + "}", fact.getValue());
        return filled.contains("{") ? null : filled;
    }

    /** What the page that says so answers with. */
    public static HttpStatus status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
