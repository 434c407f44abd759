package org.sistercities.content.darkroom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.content.darkroom.SampleImages.chunk;
import static org.sistercities.content.darkroom.SampleImages.joined;
import static org.sistercities.content.darkroom.SampleImages.segment;
import static org.sistercities.content.darkroom.SampleImages.spliced;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.platform.problem.Rejection;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileImagesTest {
    private static final byte[] NO_PIXELS = new byte[0];

    private final Darkroom darkroom = new Darkroom(1);

    @AfterEach
    void close() {
        darkroom.close();
    }

    @Test
    void what_is_no_image_is_refused_whatever_it_is_called() {
        for (var begin : List.of(
                "",
                "MZ\u0090\0",
                "\u007fELF",
                "#!/bin/sh\n",
                "PK\u0003\u0004",
                "GIF89a",
                "<svg/>",
                "%PDF-1.7",
                "BM",
                "II*\0")) assertRefused(padded(begin), Unusable.NotAnImage.class);
    }

    @Test
    void more_pixels_than_any_page_needs_are_refused_from_the_header_alone() {
        for (var bomb : List.of(
                SampleImages.png(50_000, 50_000, 8, 2, NO_PIXELS),
                SampleImages.png(2_000_000_000, 1, 8, 0, NO_PIXELS),
                SampleImages.png(30_001, 10, 8, 0, NO_PIXELS),
                resized(SampleImages.jpeg(20, 20), 65_000, 65_000),
                resized(SampleImages.progressiveJpeg(20, 20), 7_000, 6_000),
                webpOf(1_500, 1_500),
                webpOf(16_383, 16_383))) assertRefused(bomb, Unusable.TooManyPixels.class);
    }

    @Test
    void a_header_that_promises_more_than_comes_is_refused() {
        assertRefused(SampleImages.png(5_000, 5_000, 8, 2, NO_PIXELS), Unusable.ImageDamaged.class);
        assertRefused(SampleImages.png(-1, 5, 8, 2, NO_PIXELS), Unusable.ImageDamaged.class);
        assertRefused(SampleImages.png(0, 5, 8, 2, NO_PIXELS), Unusable.ImageDamaged.class);
        assertRefused(SampleImages.png(5, 5, 77, 9, NO_PIXELS), Unusable.ImageDamaged.class);
    }

    @Test
    void what_ends_too_early_is_refused_wherever_it_ends() {
        for (var file : List.of(
                SampleImages.jpegWithPlace(300, 200, 6),
                SampleImages.progressiveJpeg(300, 200),
                SampleImages.png(300, 200),
                SampleImages.SMALL_WEBP,
                SampleImages.LOSSLESS_WEBP))
            for (int length = 0; length < file.length - 2; length += Math.max(1, file.length / 97)) {
                var cut = Arrays.copyOf(file, length);
                assertThatThrownBy(() -> darkroom.develop(Negative.of(cut)))
                        .as("%d of %d bytes", length, file.length)
                        .isInstanceOfAny(Unusable.ImageDamaged.class, Unusable.NotAnImage.class);
            }
    }

    @Test
    void pictures_stand_still() {
        var control = new byte[] {0, 0, 0, 2, 0, 0, 0, 0};
        assertRefused(SampleImages.ANIMATED_WEBP, Unusable.AnimatedImage.class);
        assertRefused(SampleImages.png(5, 5, 8, 2, NO_PIXELS, chunk("acTL", control)), Unusable.AnimatedImage.class);
    }

    @Test
    void what_is_hidden_in_a_picture_does_not_get_through() {
        var script = "<script>alert(1)</script><?php evil(); ?>PK\u0003\u0004".getBytes(ISO_8859_1);
        var jpeg = SampleImages.jpeg(300, 200);
        var png = SampleImages.png(300, 200);
        for (var polyglot : List.of(
                joined(jpeg, script),
                spliced(jpeg, 2, segment(0xfe, script)),
                spliced(jpeg, 2, segment(0xe1, joined("http://ns.adobe.com/xap/1.0/\0".getBytes(ISO_8859_1), script))),
                spliced(jpeg, 2, segment(0xe2, joined("MPF\0".getBytes(ISO_8859_1), script))),
                joined(png, script),
                spliced(png, 33, chunk("tEXt", joined("Comment\0".getBytes(ISO_8859_1), script))),
                spliced(png, 33, chunk("eXIf", joined(SampleImages.tiff(1), script)))))
            assertThat(darkroom.develop(Negative.of(polyglot)))
                    .isNotEmpty()
                    .allSatisfy(print -> assertThat(new String(print.bytes(), ISO_8859_1))
                            .doesNotContain("script", "php", SampleImages.PLACE));
    }

    @Test
    void what_would_unfold_beside_the_pixels_is_never_unfolded() {
        var unfolding = SampleImages.blackPng(9_000, 6_000, 8, 0, 1); // whose deflated rows are a bomb in a text chunk
        var text = joined("x\0\0".getBytes(ISO_8859_1), unfolding);
        var file = spliced(SampleImages.png(300, 200), 33, chunk("zTXt", text));

        assertThat(Negative.of(file).bytes().length).isLessThan(5_000);
    }

    @Test
    void a_thousand_passes_over_the_pixels_are_refused() {
        var jpeg = SampleImages.progressiveJpeg(300, 200);
        int end = jpeg.length - 2;
        var pass = segment(0xda, new byte[] {1, 1, 0, 0, 0, 0});
        var passes = new byte[0];
        for (int i = 0; i < 1_000; i++) passes = joined(passes, pass);

        assertRefused(spliced(jpeg, end, passes), Unusable.ImageDamaged.class);
    }

    @Test
    void whatever_is_broken_is_refused_or_printed_and_nothing_else() {
        var random = new Random(7);
        for (var file : Map.of(
                        "jpeg", SampleImages.jpegWithPlace(200, 100, 6),
                        "progressive", SampleImages.progressiveJpeg(200, 100),
                        "png", SampleImages.deepPng(200, 100),
                        "webp", SampleImages.TRANSPARENT_WEBP,
                        "lossless", SampleImages.LOSSLESS_WEBP)
                .entrySet())
            for (int i = 0; i < 200; i++) {
                var broken = file.getValue().clone();
                for (int flips = 0; flips <= i % 5; flips++)
                    broken[12 + random.nextInt(broken.length - 12)] = (byte) random.nextInt(256);
                try {
                    assertThat(darkroom.develop(Negative.of(broken))).isNotEmpty();
                } catch (Rejection refused) {
                    assertThat(refused.getClass().getEnclosingClass())
                            .as(file.getKey())
                            .isEqualTo(Unusable.class);
                }
            }
    }

    private void assertRefused(byte[] file, Class<? extends Rejection> why) {
        assertThatThrownBy(() -> darkroom.develop(Negative.of(file))).isInstanceOf(why);
    }

    private static byte[] padded(String begin) {
        return Arrays.copyOf(begin.getBytes(ISO_8859_1), 200);
    }

    /** A JPEG whose header says it is as large as that. */
    private static byte[] resized(byte[] jpeg, int width, int height) {
        for (int at = 2; ; at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff)) {
            int marker = jpeg[at + 1] & 0xff;
            if (marker != 0xc0 && marker != 0xc2) continue;
            jpeg[at + 5] = (byte) (height >> 8);
            jpeg[at + 6] = (byte) height;
            jpeg[at + 7] = (byte) (width >> 8);
            jpeg[at + 8] = (byte) width;
            return jpeg;
        }
    }

    /** A lossy WebP whose header says it is as large as that. */
    private static byte[] webpOf(int width, int height) {
        var webp = SampleImages.SMALL_WEBP.clone();
        webp[26] = (byte) width;
        webp[27] = (byte) (width >> 8);
        webp[28] = (byte) height;
        webp[29] = (byte) (height >> 8);
        return webp;
    }
}
