package org.sistercities.content.darkroom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Pictures made for tests: half red (left), half blue (right), in every form people send them, and in some they should not. */
public final class SampleImages {
    public static final byte[] SMALL_WEBP = webp("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=");
    static final byte[] LOSSLESS_WEBP = webp("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    static final byte[] TRANSPARENT_WEBP = webp(
            "UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAAAA==");
    static final byte[] ANIMATED_WEBP = webp(
            "UklGRlIAAABXRUJQVlA4WAoAAAASAAAAAAAAAAAAQU5JTQYAAAD/////AABBTk1GJgAAAAAAAAAAAAAAAAAAAGQAAABWUDhMDQAAAC8AAAAQBxAREYiI/gcA");

    /** What a camera's EXIF must not tell anybody. */
    public static final String PLACE = "41N5259W87";

    private SampleImages() {}

    public static byte[] jpeg(int width, int height) {
        return written(picture(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpeg", false);
    }

    static byte[] progressiveJpeg(int width, int height) {
        return written(picture(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpeg", true);
    }

    static byte[] grayJpeg(int width, int height) {
        return written(picture(width, height, BufferedImage.TYPE_BYTE_GRAY), "jpeg", false);
    }

    /** As cameras write it: a place, and on which side the camera was held. */
    public static byte[] jpegWithPlace(int width, int height, int orientation) {
        var jpeg = jpeg(width, height);
        return spliced(jpeg, 2, segment(0xe1, joined("Exif\0\0".getBytes(ISO_8859_1), tiff(orientation))));
    }

    /** Cyan, magenta, yellow and black, as printers have it: upside down, as Adobe's marker says. */
    static byte[] cmykJpeg(int width, int height) {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                raster.setPixel(x, y, x < width / 2 ? new int[] {255, 0, 0, 255} : new int[] {0, 0, 255, 255});
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var writer = jdkWriter();
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var adobe = joined("Adobe".getBytes(ISO_8859_1), new byte[] {0, 100, 0, 0, 0, 0, 0});
        return spliced(bytes.toByteArray(), 2, segment(0xee, adobe));
    }

    public static byte[] png(int width, int height) {
        return written(picture(width, height, BufferedImage.TYPE_INT_RGB), "png", false);
    }

    static byte[] transparentPng(int width, int height) {
        var image = picture(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0);
        return written(image, "png", false);
    }

    /** Sixteen bits a colour, with an alpha channel. */
    static byte[] deepPng(int width, int height) {
        var model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_USHORT);
        var image = new BufferedImage(model, model.createCompatibleWritableRaster(width, height), false, null);
        paint(image);
        return written(image, "png", false);
    }

    /** A PNG of nothing but black, so many bytes a pixel, without ever being in memory. */
    static byte[] blackPng(int width, int height, int depth, int colourType, int bytesPerPixel) {
        var pixels = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(pixels, new Deflater(Deflater.BEST_SPEED))) {
            var row = new byte[1 + width * bytesPerPixel];
            for (int y = 0; y < height; y++) deflated.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png(width, height, depth, colourType, pixels.toByteArray());
    }

    /** A PNG with a header that promises what does not come. */
    static byte[] png(int width, int height, int depth, int colourType, byte[] pixels, byte[]... more) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) depth).put((byte) colourType);
        var parts = new ByteArrayOutputStream();
        parts.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
        parts.writeBytes(chunk("IHDR", header.array()));
        for (var chunk : more) parts.writeBytes(chunk);
        parts.writeBytes(chunk("IDAT", pixels));
        parts.writeBytes(chunk("IEND", new byte[0]));
        return parts.toByteArray();
    }

    static byte[] chunk(String type, byte[] data) {
        var typed = joined(type.getBytes(ISO_8859_1), data);
        var sum = new CRC32();
        sum.update(typed);
        return ByteBuffer.allocate(typed.length + 8)
                .putInt(data.length)
                .put(typed)
                .putInt((int) sum.getValue())
                .array();
    }

    /** {@code more} put in at a place. */
    static byte[] spliced(byte[] file, int at, byte[] more) {
        return joined(joined(Arrays.copyOf(file, at), more), Arrays.copyOfRange(file, at, file.length));
    }

    static byte[] segment(int marker, byte[] data) {
        return ByteBuffer.allocate(data.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .put(data)
                .array();
    }

    static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    /** EXIF: an orientation, and behind it the words of a GPS directory. */
    static byte[] tiff(int orientation) {
        var tiff = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("II*\0".getBytes(ISO_8859_1)).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(40);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        tiff.position(40).put(PLACE.getBytes(ISO_8859_1));
        return tiff.array();
    }

    static BufferedImage decoded(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage picture(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        paint(image);
        return image;
    }

    private static void paint(BufferedImage image) {
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, image.getWidth() / 2, image.getHeight());
        pen.setColor(Color.BLUE);
        pen.fillRect(image.getWidth() / 2, 0, image.getWidth(), image.getHeight());
        pen.dispose();
    }

    private static byte[] written(BufferedImage image, String format, boolean progressive) {
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var writer = format.equals("jpeg")
                    ? jdkWriter()
                    : ImageIO.getImageWritersByFormatName(format).next();
            var how = writer.getDefaultWriteParam();
            if (progressive) how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
            writer.dispose();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static javax.imageio.ImageWriter jdkWriter() {
        for (var writers = ImageIO.getImageWritersByFormatName("jpeg"); writers.hasNext(); ) {
            var writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) return writer;
        }
        throw new IllegalStateException("every JDK writes JPEG");
    }

    private static byte[] webp(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
