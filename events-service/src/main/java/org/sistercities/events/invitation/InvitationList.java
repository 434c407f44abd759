package org.sistercities.events.invitation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.problem.Rejection;

/**
 * A list of people to be invited, as comma- or semicolon-separated values in UTF-8, with a header line. A value may be quoted but not go
 * on in the next line, so that a broken quote spoils its own line only.
 *
 * @param lines those that are not empty, not looked into
 */
record InvitationList(List<String> header, char separator, List<Line> lines) {
    static final int MOST_LINES = 5_000;
    private static final List<String> REQUIRED = List.of("name", "email");
    private static final Set<String> COLUMNS = Set.of(
            "key",
            "name",
            "title",
            "organisation",
            "email",
            "category",
            "precedence",
            "ticketType",
            "plusOnes",
            "answerBy",
            "note");

    /** A line of the file and its number. */
    record Line(int number, String text) {}

    /** What holds for the lines that say nothing of it. */
    record Defaults(@Nullable String ticketType, @Nullable Instant answerBy) {}

    /**
     * The list.
     *
     * @throws BadList when it is no text, its header is not understood, or it is too long
     */
    static InvitationList of(byte[] bytes) {
        var texts = decoded(bytes).split("\r\n|\r|\n", -1);
        var first = texts[0].startsWith("\uFEFF") ? texts[0].substring(1) : texts[0];
        char separator = first.contains(";") ? ';' : ',';
        var header = headerOf(first, separator);
        var lines = IntStream.range(1, texts.length)
                .filter(i -> !texts[i].isBlank())
                .mapToObj(i -> new Line(i + 1, texts[i]))
                .toList();
        if (lines.size() > MOST_LINES) throw new BadList("it has more than " + MOST_LINES + " lines");
        return new InvitationList(header, separator, lines);
    }

    /**
     * Who is to be invited by a line; its values are still to be checked.
     *
     * @throws BadLine when it cannot be read
     */
    InvitePerson person(Line line, Defaults defaults) throws BadLine {
        var cells = cells(line.text(), separator);
        if (cells.size() != header.size())
            throw new BadLine("has " + cells.size() + " values, the header has " + header.size());
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.size(); i++)
            if (!cells.get(i).isBlank()) values.put(header.get(i), cells.get(i).strip());
        return new InvitePerson(
                values.get("key"),
                values.getOrDefault("name", ""),
                values.get("title"),
                values.get("organisation"),
                values.getOrDefault("email", ""),
                values.get("category"),
                number("precedence", values),
                ticketType(values, defaults),
                number("plusOnes", values),
                answerBy(values, defaults),
                values.get("note"));
    }

    private static String ticketType(Map<String, String> values, Defaults defaults) throws BadLine {
        var type = values.getOrDefault("ticketType", defaults.ticketType());
        if (type == null) throw new BadLine("names no ticketType, and there is no default");
        return type;
    }

    private static Instant answerBy(Map<String, String> values, Defaults defaults) throws BadLine {
        var text = values.get("answerBy");
        var otherwise = defaults.answerBy();
        if (text == null && otherwise != null) return otherwise;
        if (text == null) throw new BadLine("has no answerBy, and there is no default");
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadLine("answerBy must be a time with its offset, such as 2029-01-10T18:00:00-05:00");
        }
    }

    private static @Nullable Integer number(String column, Map<String, String> values) throws BadLine {
        var text = values.get(column);
        if (text == null) return null;
        if (!text.matches("\\d{1,6}")) throw new BadLine(column + " must be a number");
        return Integer.valueOf(text);
    }

    private static List<String> headerOf(String line, char separator) {
        try {
            var header = cells(line, separator).stream().map(String::strip).toList();
            if (!header.containsAll(REQUIRED)) throw new BadList("the first line must name the columns name and email");
            for (var column : header) if (!COLUMNS.contains(column)) throw new BadList("there is no column " + column);
            if (Set.copyOf(header).size() < header.size()) throw new BadList("a column is there twice");
            return header;
        } catch (BadLine e) {
            throw new BadList("the first line " + e.getMessage());
        }
    }

    private static List<String> cells(String line, char separator) throws BadLine {
        var format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (var parser = CSVParser.parse(line, format)) {
            var records = parser.getRecords();
            return records.isEmpty() ? List.of("") : records.getFirst().toList();
        } catch (IOException | RuntimeException e) {
            throw new BadLine("has a quote that is not closed, or stands where none can");
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BadList("it is not UTF-8");
        }
    }

    /** A line cannot be read; the others may. */
    static final class BadLine extends Exception {
        BadLine(String why) {
            super(why, null, false, false);
        }
    }

    /** The list cannot be read at all. */
    static final class BadList extends Rejection {
        BadList(String why) {
            super(Reason.INVALID, "The list cannot be read: " + why + ".");
            with("columns", COLUMNS.stream().sorted().toList());
        }
    }
}
