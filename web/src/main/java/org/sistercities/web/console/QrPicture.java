package org.sistercities.web.console;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * A QR code as the path of an SVG.
 *
 * @param size of a side, in modules, without the quiet zone
 */
record QrPicture(int size, String path) {

    static QrPicture of(String text) {
        try {
            var code = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "ISO-8859-1"));
            var matrix = code.getMatrix();
            var path = new StringBuilder();
            for (int y = 0; y < matrix.getHeight(); y++)
                for (int x = 0; x < matrix.getWidth(); x++)
                    if (matrix.get(x, y) == 1) path.append("M%d %dh1v1h-1z".formatted(x, y));
            return new QrPicture(matrix.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
