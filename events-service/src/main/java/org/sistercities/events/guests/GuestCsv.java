package org.sistercities.events.guests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * Comma-separated values (RFC 4180). A value a spreadsheet would take for a formula, for guests tell their own names, gets an apostrophe
 * in front (OWASP, CSV injection).
 */
final class GuestCsv implements GuestFile {
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20].*");

    private final Writer writer;
    private final ZoneId zone;

    GuestCsv(OutputStream out, ZoneId zone) {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        this.zone = zone;
        write(COLUMNS);
    }

    @Override
    public void add(ListedGuest guest) {
        write(GuestFile.line(guest, zone).stream().map(GuestCsv::defused).toList());
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<String> values) {
        try {
            writer.append(CSVFormat.RFC4180.format(values.toArray())).append("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String defused(String value) {
        return FORMULA.matcher(value).matches() ? "'" + value : value;
    }
}
