package org.sistercities.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a visitor has filled in. */
public final class Form {
    private final MultiValueMap<String, String> fields;

    Form(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    /** The names of the fields that were sent. */
    public Set<String> names() {
        return fields.keySet();
    }

    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** A field's text without spaces around it; empty when there is none. */
    public String text(String field) {
        @Nullable String value = fields.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /** The texts of all fields of this name. */
    public List<String> texts(String field) {
        var values = new ArrayList<String>();
        for (@Nullable String value : fields.getOrDefault(field, List.of()))
            values.add(value == null ? "" : value.strip());
        return values;
    }

    /** A key for what this form asks for: sent twice it is one request; shown anew, or with other words, it is another. */
    public String key(Object words) {
        return key(text("key"), words);
    }

    /** The same for a form whose parts are read otherwise, and that was shown with this key. */
    public static String key(String shown, Object words) {
        return UUID.nameUUIDFromBytes((shown + words).getBytes(UTF_8)).toString();
    }

    /** The first of each field, to be shown again. */
    public Map<String, String> typed() {
        return fields.toSingleValueMap();
    }
}
