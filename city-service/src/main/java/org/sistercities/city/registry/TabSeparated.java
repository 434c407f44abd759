package org.sistercities.city.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** Reads tab-separated files that ship with this service, by the names of their columns. */
final class TabSeparated {

    private TabSeparated() {}

    /** The lines below the header. */
    static Stream<Line> lines(String file) {
        try {
            InputStream in = new ClassPathResource(file).getInputStream();
            if (file.endsWith(".gz")) in = new GZIPInputStream(in, 1 << 16);
            var reader = new BufferedReader(new InputStreamReader(in, UTF_8));
            var header = List.of(reader.readLine().split("\t", -1));
            return reader.lines().map(line -> Line.of(header, line)).onClose(() -> close(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line whose cells are asked for by the names of their columns. */
    record Line(List<String> header, List<String> cells) {

        static Line of(List<String> header, String text) {
            var cells = List.of(text.split("\t", -1));
            if (cells.size() != header.size()) throw new IllegalStateException("not " + header + ": " + text);
            return new Line(header, cells);
        }

        String get(String column) {
            return cells.get(header.indexOf(column));
        }

        @Nullable
        String orNull(String column) {
            var cell = get(column);
            return cell.isEmpty() ? null : cell;
        }

        @Nullable
        Long numberOrNull(String column) {
            var cell = orNull(column);
            return cell == null ? null : Long.valueOf(cell);
        }
    }
}
