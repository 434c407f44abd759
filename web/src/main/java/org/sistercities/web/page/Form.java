package org.sistercities.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The first of each field, to be shown again. */
    public Map<String, String> typed() {
        return fields.toSingleValueMap();
    }
}
