package org.sistercities.web.staff;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Texts by the names of a form's fields, to and from what the API says. Lists are rows, such as {@code credits-0-name}. */
public final class Fields {
    private static final int MOST_ROWS = 100;

    private Fields() {}

    /** A field's text; empty when there is none. */
    public static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** The rows of which any of these is filled in. */
    public static List<Integer> rows(Map<String, String> typed, String list, String... names) {
        return IntStream.range(0, MOST_ROWS)
                .filter(i -> Arrays.stream(names)
                        .anyMatch(name ->
                                !text(typed, list + "-" + i + "-" + name).isEmpty()))
                .boxed()
                .toList();
    }

    /** How many rows to show: all that are used, and these for more. */
    public static int shown(List<Integer> used, int more) {
        return used.stream().reduce(-1, Math::max) + 1 + more;
    }

    /** Notes what the API says, if it does. */
    public static void note(Map<String, String> fields, String field, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) fields.put(field, value.asString());
    }

    /** Puts a text that is not empty. */
    public static void put(ObjectNode object, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) object.put(name, text.strip().replace("\r\n", "\n"));
    }

    /** A number; what is none goes as it is, and the API says so. */
    public static void number(ObjectNode object, String name, String text) {
        if (text.matches("-?\\d{1,9}")) object.put(name, Integer.parseInt(text));
        else put(object, name, text);
    }

    /** By the clock of a zone, as a field for day and time has it. */
    public static String minutes(JsonNode instant, String zone) {
        if (!instant.isString()) return "";
        return LocalDateTime.ofInstant(Instant.parse(instant.asString()), ZoneId.of(zone))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** The instant of a day and time by the clock of a zone; what is none is sent as it is, and the API says so. */
    public static String instant(String minutes, String zone) {
        if (minutes.isEmpty()) return "";
        try {
            return LocalDateTime.parse(minutes)
                    .atZone(ZoneId.of(zone))
                    .toInstant()
                    .toString();
        } catch (DateTimeException e) {
            return minutes;
        }
    }

    /** What is written where something else was typed, by field; a dash where nothing is. */
    public static Map<String, String> differing(
            Map<String, String> written, Map<String, String> typed, List<String> without) {
        var differing = new TreeMap<String, String>();
        var all = new TreeMap<>(typed);
        written.forEach(all::putIfAbsent);
        all.keySet().removeAll(without);
        for (var field : all.keySet()) {
            var theirs = text(written, field).replace("\r\n", "\n");
            if (!theirs.equals(text(typed, field).replace("\r\n", "\n")))
                differing.put(field, theirs.isEmpty() ? "–" : theirs);
        }
        return differing;
    }
}
