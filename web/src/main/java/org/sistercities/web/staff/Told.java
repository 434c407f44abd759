package org.sistercities.web.staff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.sistercities.web.api.Refused;
import org.springframework.http.HttpStatus;

/**
 * What was not done with a form, for the page that shows it again with all that was typed.
 *
 * @param type of the problem; there may be a sentence of our own for it
 * @param detail what happened, in the API's words
 * @param isStale whether somebody else was faster
 * @param wrong what is not right, by field
 */
public record Told(String type, String detail, boolean isStale, Map<String, String> wrong) {
    private static final int SIGN_IN = 401;
    private static final int STALE = 412;

    /** Of what the API has refused, with its JSON Pointers as names of fields. Who is not known any more has to sign in instead. */
    public static Told of(Refused refused, UnaryOperator<String> field) {
        if (refused.status() == SIGN_IN) throw refused;
        var wrong = new LinkedHashMap<String, String>();
        refused.errors().forEach((pointer, detail) -> wrong.putIfAbsent(field.apply(pointer), detail));
        return new Told(refused.type(), refused.detail(), refused.status() == STALE, wrong);
    }

    /** Of what the API has refused, where no field is marked. */
    public static Told of(Refused refused) {
        return of(refused, Fields::named);
    }

    /** Of something we have seen ourselves. */
    public static Told ours(String type, List<String> fields) {
        var wrong = new LinkedHashMap<String, String>();
        fields.forEach(field -> wrong.put(field, ""));
        return new Told(type, "", false, wrong);
    }

    /** What the page that says so answers with. */
    public static HttpStatus status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
