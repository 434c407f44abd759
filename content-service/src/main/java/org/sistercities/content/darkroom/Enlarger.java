package org.sistercities.content.darkroom;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes the prints of one negative. It decodes no more than 64 MB of pixels: of a larger picture every second, third … in both
 * directions. With the steps on the way to the widest print and that print turned upright, it takes some 150 MB.
 */
final class Enlarger {
    private static final int[] WIDTHS = {1920, 1280, 640, 320};
    private static final int TALLEST = 2; // widths
    private static final long MOST_DECODED = 64_000_000; // bytes
    private static final float QUALITY = 0.85f;

    private final Negative negative;

    Enlarger(Negative negative) {
        this.negative = negative;
    }

    List<Print> prints() throws IOException {
        var picture =
                upright(fitted(decoded(), WIDTHS[0], negative.orientation().isSideways()));
        boolean opaque = isOpaque(picture);
        var prints = new ArrayList<>(List.of(printed(picture, opaque)));
        for (int width : WIDTHS) {
            if (width >= picture.getWidth()) continue;
            picture = fitted(picture, width, false);
            prints.add(printed(picture, opaque));
        }
        return List.copyOf(prints);
    }

    private BufferedImage decoded() throws IOException {
        var reader =
                ImageIO.getImageReadersByMIMEType(negative.format().mediaType()).next();
        try (var in = new Film(negative.bytes())) {
            reader.setInput(in, true, true);
            return reader.read(0, howToRead(reader));
        } finally {
            reader.dispose();
        }
    }

    /** Every n-th pixel of every n-th row, in the colours of screens if the decoder can convert them itself. */
    private ImageReadParam howToRead(ImageReader reader) throws IOException {
        var how = reader.getDefaultReadParam();
        int step = step();
        how.setSourceSubsampling(step, step, 0, 0);
        for (var types = reader.getImageTypes(0); types.hasNext(); ) {
            var type = types.next();
            if (!type.getColorModel().getColorSpace().isCS_sRGB()) continue;
            how.setDestinationType(type);
            break;
        }
        return how;
    }

    private int step() {
        int step = 1;
        while (bytes(step) > MOST_DECODED) step++;
        return step;
    }

    private long bytes(int step) {
        long wide = Math.ceilDiv(negative.width(), step);
        return wide * Math.ceilDiv(negative.height(), step) * negative.bytesPerPixel();
    }

    /** As wide as wanted, or narrower where that would be too tall; never larger than it is. */
    private static BufferedImage fitted(BufferedImage image, int widest, boolean sideways) {
        double across = sideways ? image.getHeight() : image.getWidth();
        double down = sideways ? image.getWidth() : image.getHeight();
        double scale = Math.min(1, Math.min(widest / across, (double) TALLEST * widest / down));
        return shrunk(image, Math.max(1, (int) Math.round(image.getWidth() * scale)), Math.max(1, (int)
                Math.round(image.getHeight() * scale)));
    }

    /** By halves, each pixel the mean of four, so that nothing between the lines is lost; then the rest of the way. */
    private static BufferedImage shrunk(BufferedImage image, int width, int height) {
        var now = image;
        while (now.getWidth() >= 2 * width && now.getHeight() >= 2 * height)
            now = drawn(now, now.getWidth() / 2, now.getHeight() / 2);
        return drawn(now, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        var canvas = canvas(image, width, height);
        var pen = canvas.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return canvas;
    }

    private BufferedImage upright(BufferedImage image) {
        var orientation = negative.orientation();
        if (orientation == Orientation.UPRIGHT) return image;
        int width = image.getWidth();
        int height = image.getHeight();
        var canvas = orientation.isSideways() ? canvas(image, height, width) : canvas(image, width, height);
        var pen = canvas.createGraphics();
        pen.drawImage(image, orientation.upright(width, height), null);
        pen.dispose();
        return canvas;
    }

    private static BufferedImage canvas(BufferedImage like, int width, int height) {
        boolean alpha = like.getColorModel().hasAlpha();
        return new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static boolean isOpaque(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) return true;
        for (int y = 0; y < image.getHeight(); y++)
            for (int pixel : image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth()))
                if (pixel >>> 24 != 0xff) return false;
        return true;
    }

    /** Photos as JPEG; what one can see through as PNG. */
    private static Print printed(BufferedImage image, boolean opaque) throws IOException {
        var format = opaque ? Format.JPEG : Format.PNG;
        var writer = ImageIO.getImageWritersByMIMEType(format.mediaType()).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            if (opaque) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(withoutAlpha(image, opaque), null, null), how);
        } finally {
            writer.dispose();
        }
        return new Print(format, image.getWidth(), image.getHeight(), bytes.toByteArray());
    }

    private static BufferedImage withoutAlpha(BufferedImage image, boolean opaque) {
        if (!opaque || !image.getColorModel().hasAlpha()) return image;
        var canvas = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = canvas.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return canvas;
    }
}
