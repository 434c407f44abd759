package org.sistercities.events.ticket;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;

/** A ticket for a scanner's eye, with the quiet zone around it. */
record QrCode(BitMatrix modules) {
    private static final int QUIET_ZONE = 4;
    private static final int PIXELS_A_MODULE = 8;
    private static final int WHITE = 0xffffff;
    private static final int MASK =
            0; // a signature is as good as random, so none of the eight is better; to weigh them takes longest

    static QrCode of(String text) {
        var hints = Map.of(
                EncodeHintType.ERROR_CORRECTION,
                ErrorCorrectionLevel.M,
                EncodeHintType.MARGIN,
                QUIET_ZONE,
                EncodeHintType.QR_MASK_PATTERN,
                MASK);
        try {
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** One path, sharp at any size. */
    String svg() {
        int size = modules.getWidth();
        var path = new StringBuilder();
        for (int y = 0; y < size; y++)
            for (int x = 0; x < size; x++)
                if (modules.get(x, y))
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size
                + "H0z\"/><path d=\""
                + path + "\"/></svg>";
    }

    /** Draws it with its lower left corner at a point of a page; the quiet zone is part of the size. */
    void draw(PDPageContentStream content, float x, float y, float size) throws IOException {
        float module = size / modules.getWidth();
        content.saveGraphicsState();
        content.transform(new Matrix(module, 0, 0, module, x, y)); // in modules, numbers are short
        content.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < modules.getHeight(); row++)
            for (int column = 0, dark; column < modules.getWidth(); column += dark + 1) {
                dark = dark(column, row);
                if (dark > 0) content.addRect(column, modules.getHeight() - row - 1, dark, 1);
            }
        content.fill();
        content.restoreGraphicsState();
    }

    /** How many dark modules follow each other from there on. */
    private int dark(int column, int row) {
        int end = column;
        while (end < modules.getWidth() && modules.get(end, row)) end++;
        return end - column;
    }

    byte[] png() {
        int size = modules.getWidth() * PIXELS_A_MODULE;
        var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++)
            for (int x = 0; x < size; x++)
                if (!modules.get(x / PIXELS_A_MODULE, y / PIXELS_A_MODULE)) image.setRGB(x, y, WHITE);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
