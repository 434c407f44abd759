package org.sistercities.events.card;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** What cards are printed on. All measures in points. */
enum Stationery {
    /** A4, ten cards of 85 by 54 mm. */
    A4(mm(210), mm(297), 2, 5, mm(85), mm(54)),
    /** US Letter, eight cards of 3½ by 2¼ inches. */
    LETTER(612, 792, 2, 4, 252, 162),
    /** A label of 100 by 62 mm from the roll of a label printer. */
    LABEL(mm(100), mm(62), 1, 1, mm(100), mm(62));

    private final float pageWidth;
    private final float pageHeight;
    private final int columns;
    private final int rows;
    private final float width;
    private final float height;

    Stationery(float pageWidth, float pageHeight, int columns, int rows, float width, float height) {
        this.pageWidth = pageWidth;
        this.pageHeight = pageHeight;
        this.columns = columns;
        this.rows = rows;
        this.width = width;
        this.height = height;
    }

    PDRectangle page() {
        return new PDRectangle(pageWidth, pageHeight);
    }

    int cardsAPage() {
        return columns * rows;
    }

    /** Whether cards are to be cut apart. */
    boolean isCut() {
        return cardsAPage() > 1;
    }

    /** Where a card of the page is, counted from 0, row by row from the top; the cards stand in the middle of the page. */
    PDRectangle card(int number) {
        float left = (pageWidth - columns * width) / 2;
        float top = (pageHeight + rows * height) / 2;
        int column = number % columns;
        int row = number / columns;
        return new PDRectangle(left + column * width, top - (row + 1) * height, width, height);
    }

    private static float mm(float millimetres) {
        return millimetres * 72 / 25.4f;
    }
}
