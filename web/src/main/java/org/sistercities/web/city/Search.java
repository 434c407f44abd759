package org.sistercities.web.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.springframework.web.util.UriUtils;

/** What is searched for: the words, and filters by name. */
record Search(Map<String, String> wanted) {
    static final List<String> FILTERS = List.of("continent", "country", "kind", "status", "seeking", "member");

    static Search of(Map<String, String> parameters) {
        var wanted = new LinkedHashMap<String, String>();
        for (var name : List.of("q", "continent", "country", "kind", "status", "seeking", "member")) {
            @Nullable String value = parameters.get(name);
            if (value != null && !value.isBlank()) wanted.put(name, value.strip());
        }
        return new Search(wanted);
    }

    /** The words; empty when there are none. */
    public String q() {
        return wanted.getOrDefault("q", "");
    }

    /** Whether anything but words narrows it down. */
    public boolean isFiltered() {
        return FILTERS.stream().anyMatch(wanted::containsKey);
    }

    ApiPath on(ApiPath path) {
        wanted.forEach(path::with);
        return path;
    }

    /** The same search with the filter, or without it if it has it. */
    String toggled(String name, String value) {
        var other = new LinkedHashMap<>(wanted);
        if (value.equals(other.get(name))) other.remove(name);
        else other.put(name, value);
        return address(other);
    }

    boolean has(String name, String value) {
        return value.equals(wanted.get(name));
    }

    /** The next page of the same search. */
    String from(String cursor) {
        var other = new LinkedHashMap<>(wanted);
        other.put("cursor", cursor);
        return address(other);
    }

    /** The same words without any filter. */
    public String unfiltered() {
        return address(q().isEmpty() ? Map.of() : Map.of("q", q()));
    }

    private static String address(Map<String, String> wanted) {
        if (wanted.isEmpty()) return "/cities";
        return wanted.entrySet().stream()
                .map(one -> one.getKey() + "=" + UriUtils.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&", "/cities?", ""));
    }
}
