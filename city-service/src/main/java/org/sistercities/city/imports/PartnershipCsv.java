package org.sistercities.city.imports;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import org.sistercities.city.imports.ListedPair.BadLine;
import org.sistercities.city.imports.ListedPair.Side;

/**
 * Reads a list of partnerships: comma-separated values, one pair a line, a header line first. A value may be quoted but not go
 * on in the next line, so that a broken quote spoils its own line only.
 */
final class PartnershipCsv implements Closeable {
    private static final List<String> REQUIRED = List.of("cityAId", "cityBId");

    private final BufferedReader reader;
    private final List<String> header;
    private long number = 1;

    /** A line of the file and its number, not looked into. */
    record Line(long number, String text) {}

    /**
     * @throws BadLine when the header does not name the required columns
     */
    PartnershipCsv(BufferedReader reader) throws IOException, BadLine {
        this.reader = reader;
        var first = reader.readLine();
        if (first == null) throw new BadLine("the file is empty");
        this.header = cells(first.startsWith("\uFEFF") ? first.substring(1) : first);
        if (!header.containsAll(REQUIRED))
            throw new BadLine("the header line must name the columns cityAId and cityBId");
    }

    /** The next line that is not empty; null at the end. */
    @Nullable
    Line next() throws IOException {
        for (var text = reader.readLine(); text != null; text = reader.readLine()) {
            number++;
            if (!text.isBlank()) return new Line(number, text);
        }
        return null;
    }

    ListedPair pair(Line line) throws BadLine {
        var cells = cells(line.text());
        if (cells.size() != header.size())
            throw new BadLine("has " + cells.size() + " columns, the header has " + header.size());
        var more = cell("moreCityIds", cells);
        var since = cell("since", cells);
        return new ListedPair(
                line.number(),
                line.text(),
                side("A", cells),
                side("B", cells),
                more == null ? List.of() : List.of(more.split("\\s+")),
                cell("kind", cells),
                cell("status", cells),
                since != null ? since : cell("sinceYear", cells));
    }

    private Side side(String which, List<String> cells) throws BadLine {
        var id = cell("city" + which + "Id", cells);
        if (id == null) throw new BadLine("city" + which + "Id is missing");
        return new Side(id, cell("city" + which + "Name", cells), cell("city" + which + "Country", cells));
    }

    private @Nullable String cell(String column, List<String> cells) {
        int index = header.indexOf(column);
        return index < 0 || cells.get(index).isEmpty() ? null : cells.get(index);
    }

    private static List<String> cells(String line) throws BadLine {
        try (var parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
            var record = parser.iterator().next();
            return record.stream().map(String::strip).toList();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new BadLine("is not well-formed: quotes are broken");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
