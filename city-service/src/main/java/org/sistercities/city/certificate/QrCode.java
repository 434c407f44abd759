package org.sistercities.city.certificate;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** An address as a QR code, drawn as squares so that it stays sharp at any size. */
record QrCode(BitMatrix modules) {
    private static final int QUIET_ZONE = 4;

    static QrCode of(String address) {
        var hints = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_ZONE);
        try {
            return new QrCode(new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + address, e);
        }
    }

    /** Draws it with its lower left corner at a point; the quiet zone is part of the size. */
    void draw(PDPageContentStream content, float x, float y, float size) throws IOException {
        float module = size / modules.getWidth();
        content.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < modules.getHeight(); row++)
            for (int column = 0; column < modules.getWidth(); column++)
                if (modules.get(column, row))
                    content.addRect(x + column * module, y + size - (row + 1) * module, module, module);
        content.fill();
    }
}
