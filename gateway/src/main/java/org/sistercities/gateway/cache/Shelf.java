package org.sistercities.gateway.cache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.http.HttpHeaders;

/**
 * The answers to one address that differ by headers of the request.
 *
 * @param vary the headers by which they differ
 * @param answers the answer for the values of these headers
 */
record Shelf(List<String> vary, Map<List<String>, Answer> answers) {
    static final Shelf EMPTY = new Shelf(List.of(HttpHeaders.ACCEPT.toLowerCase(java.util.Locale.ROOT)), Map.of());
    private static final int MOST = 16;

    Optional<Answer> answerTo(HttpHeaders request) {
        return Optional.ofNullable(answers.get(values(request)));
    }

    /** The oldest gives way when there is no room; all do when the service has begun to look at more headers. */
    Shelf with(HttpHeaders request, Answer answer) {
        var names = new TreeSet<>(vary);
        names.addAll(answer.vary());
        var same = names.size() == vary.size();
        var next = new LinkedHashMap<List<String>, Answer>();
        if (same) next.putAll(answers);
        var shelf = new Shelf(List.copyOf(names), next);
        next.putLast(shelf.values(request), answer);
        if (next.size() > MOST) next.pollFirstEntry();
        return shelf;
    }

    /** What distinguishes this request from others to the same address. */
    List<String> values(HttpHeaders request) {
        var values = new ArrayList<String>();
        for (var name : vary) values.add(String.join(",", request.getOrEmpty(name)));
        return values;
    }

    int weight() {
        return answers.entrySet().stream()
                .mapToInt(entry -> entry.getValue().weight()
                        + entry.getKey().stream().mapToInt(String::length).sum())
                .sum();
    }
}
