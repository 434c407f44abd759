package org.sistercities.web.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The API has understood and will not do it; the problem (RFC 9457) says why. */
public final class Refused extends RuntimeException {
    private static final int STALE = 412;

    private final int status;
    private final transient JsonNode problem;

    Refused(int status, JsonNode problem) {
        super(status + " " + problem, null, false, false);
        this.status = status;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    /** Whether it was for an edition that is no longer the last. */
    public boolean isStale() {
        return status == STALE;
    }

    /** The name of the problem's type, such as {@code sold-out}; empty when it has none. */
    public String type() {
        return name(problem.path("type").asString(""));
    }

    /** The name of a problem's type; empty of one that has none. */
    public static String name(String type) {
        return type.startsWith("/problems/") ? type.substring("/problems/".length()) : "";
    }

    /** What happened, in the API's words. */
    public String detail() {
        return problem.path("detail").asString("");
    }

    /** What is told beside the words, by name: numbers and texts. */
    public Map<String, String> facts() {
        var facts = new TreeMap<String, String>();
        problem.properties().forEach(property -> {
            if (property.getValue().isValueNode())
                facts.put(property.getKey(), property.getValue().asString());
        });
        return facts;
    }

    /** A property of the problem. */
    public JsonNode property(String name) {
        return problem.path(name);
    }

    /** Where something is wrong with what was sent, as JSON Pointers. */
    public boolean concerns(String pointer) {
        for (var error : problem.path("errors"))
            if (error.path("pointer").asString("").startsWith(pointer)) return true;
        return false;
    }

    /** What is wrong with which part of what was sent, by its JSON Pointer, in the API's words. */
    public Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        for (var error : problem.path("errors"))
            errors.putIfAbsent(
                    error.path("pointer").asString(error.path("parameter").asString("")),
                    error.path("detail").asString(""));
        return errors;
    }

    /** The instant of a property, if it has one. */
    public Optional<Instant> instant(String name) {
        return Optional.of(problem.path(name).asString(""))
                .filter(text -> !text.isEmpty())
                .map(Instant::parse);
    }
}
