package org.sistercities.events.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QrCodeTest {
    private final Random random = new Random(1);

    @Test
    void a_scanner_reads_what_was_written_from_a_screen() throws Exception {
        for (int i = 0; i < 100; i++) {
            var text = ticket();
            assertThat(read(
                            ImageIO.read(
                                    new ByteArrayInputStream(QrCode.of(text).png())),
                            DecodeHintType.PURE_BARCODE))
                    .isEqualTo(text);
        }
    }

    @Test
    void and_from_paper() throws Exception {
        for (int i = 0; i < 10; i++) {
            var text = ticket();
            try (var document = new PDDocument()) {
                var page = new PDPage(PDRectangle.A6);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    QrCode.of(text).draw(content, 50, 50, 168);
                }
                var file = new ByteArrayOutputStream();
                document.save(file);
                try (var printed = Loader.loadPDF(file.toByteArray())) {
                    assertThat(read(new PDFRenderer(printed).renderImageWithDPI(0, 200), DecodeHintType.TRY_HARDER))
                            .isEqualTo(text);
                }
            }
        }
    }

    /** As long as a signed ticket, and as random. */
    private String ticket() {
        var bytes = new byte[100];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String read(BufferedImage image, DecodeHintType how) throws Exception {
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var source = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(how, true))
                .getText();
    }
}
