package org.sistercities.content.imports;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Tables of lines and columns; Markdown knows no others. */
final class Tables {
    private static final int MOST_CELLS = 2_000;

    private Tables() {}

    static boolean isPlain(Element table, Elements rows) {
        int columns = columns(rows);
        return columns > 1
                && (long) columns * rows.size() <= MOST_CELLS
                && table.select("table table, ul, ol, pre, blockquote, h1, h2, h3, img, iframe")
                        .isEmpty();
    }

    /** The first row is the head, as Markdown wants one. */
    static TableBlock of(Elements rows, Phrases phrases) {
        int columns = columns(rows);
        var table = new TableBlock();
        var head = new TableHead();
        head.appendChild(row(rows.getFirst(), columns, true, phrases));
        table.appendChild(head);
        var body = new TableBody();
        for (var row : rows.subList(1, rows.size())) body.appendChild(row(row, columns, false, phrases));
        if (body.getFirstChild() != null) table.appendChild(body);
        return table;
    }

    private static TableRow row(Element of, int columns, boolean isHead, Phrases phrases) {
        var row = new TableRow();
        var cells = of.select("> th, > td");
        for (int i = 0; i < columns; i++) {
            var cell = new TableCell();
            cell.setHeader(isHead);
            if (i < cells.size()) phrases.line(cells.get(i), cell);
            row.appendChild(cell);
        }
        return row;
    }

    private static int columns(Elements rows) {
        return rows.stream()
                .mapToInt(row -> row.select("> th, > td").size())
                .max()
                .orElse(0);
    }
}
