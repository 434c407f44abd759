package org.sistercities.events.guests;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An XLSX workbook, its rows written as they come. Every cell is a text, and a text is never calculated. */
final class GuestWorkbook implements GuestFile {
    private static final int ROWS_AT_ONCE = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final ZoneId zone;
    private int row;

    GuestWorkbook(OutputStream out, ZoneId zone) {
        this.zone = zone;
        this.workbook = new Workbook(out, "SisterCities", "1.0");
        this.sheet = workbook.newWorksheet("Guests");
        sheet.freezePane(0, 1);
        write(COLUMNS);
    }

    @Override
    public void add(ListedGuest guest) {
        write(GuestFile.line(guest, zone));
        if (row % ROWS_AT_ONCE == 0) flush();
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<String> values) {
        for (int column = 0; column < values.size(); column++) sheet.inlineString(row, column, values.get(column));
        row++;
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
