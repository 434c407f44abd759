package org.sistercities.content.darkroom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.content.darkroom.SampleImages.decoded;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DevelopingTest {
    private static final int RED = 0xff0000;
    private static final int BLUE = 0x0000ff;

    private final Darkroom darkroom = new Darkroom(1);

    @AfterEach
    void close() {
        darkroom.close();
    }

    @Test
    void a_photo_is_printed_in_a_few_widths_the_widest_first() {
        var prints = develop(SampleImages.jpeg(4000, 3000));

        assertThat(prints).extracting(Print::width).containsExactly(1920, 1280, 640, 320);
        assertThat(prints).extracting(Print::height).containsExactly(1440, 960, 480, 240);
        assertThat(prints).extracting(Print::format).containsOnly(Format.JPEG);
        assertRedThenBlue(prints);
    }

    @Test
    void nothing_is_made_larger_than_it_is() {
        assertThat(develop(SampleImages.jpeg(500, 100)))
                .extracting(Print::width)
                .containsExactly(500, 320);
        assertThat(develop(SampleImages.png(3, 2))).extracting(Print::width).containsExactly(3);
    }

    @Test
    void what_is_very_tall_is_narrower_instead() {
        var prints = develop(SampleImages.jpeg(1000, 10_000));

        assertThat(prints).allSatisfy(print -> assertThat(print.height()).isLessThanOrEqualTo(3840));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void however_the_camera_was_held_the_picture_stands_upright(int orientation) {
        var print = develop(SampleImages.jpegWithPlace(800, 400, orientation)).getFirst();

        assertThat(List.of(print.width(), print.height()))
                .isEqualTo(orientation < 5 ? List.of(800, 400) : List.of(400, 800));
        var image = decoded(print.bytes());
        int red = // where the left side of what was photographed has come to
                switch (orientation) {
                    case 1, 4 -> image.getRGB(10, image.getHeight() / 2);
                    case 2, 3 -> image.getRGB(image.getWidth() - 10, image.getHeight() / 2);
                    case 5, 6 -> image.getRGB(image.getWidth() / 2, 10);
                    default -> image.getRGB(image.getWidth() / 2, image.getHeight() - 10);
                };
        assertNear(red, RED);
    }

    @Test
    void nothing_but_pixels_is_left_of_what_a_camera_wrote() {
        var file = SampleImages.jpegWithPlace(800, 400, 6);
        assertThat(new String(file, ISO_8859_1)).contains(SampleImages.PLACE, "Exif");

        assertThat(develop(file))
                .allSatisfy(print -> assertThat(new String(print.bytes(), ISO_8859_1))
                        .doesNotContain(SampleImages.PLACE, "Exif", "http://ns.adobe.com", "GPS"));
    }

    @Test
    void deep_colours_printers_colours_and_grays_become_ordinary_ones() {
        assertRedThenBlue(develop(SampleImages.deepPng(700, 400)));
        assertRedThenBlue(develop(SampleImages.progressiveJpeg(700, 400)));
        assertThat(develop(SampleImages.grayJpeg(700, 400))).hasSize(3);
        var printed =
                decoded(develop(SampleImages.cmykJpeg(700, 400)).getFirst().bytes());
        assertThat(red(printed.getRGB(100, 200))).isGreaterThan(180);
        assertThat(blue(printed.getRGB(600, 200))).isGreaterThan(100);
    }

    @Test
    void what_one_can_see_through_stays_so() {
        var prints = develop(SampleImages.transparentPng(700, 400));

        assertThat(prints).extracting(Print::format).containsOnly(Format.PNG);
        assertThat(decoded(prints.getFirst().bytes()).getRGB(0, 0) >>> 24).isZero();
        assertRedThenBlue(prints);
    }

    @Test
    void every_kind_of_webp_is_read() {
        for (var webp : List.of(SampleImages.SMALL_WEBP, SampleImages.LOSSLESS_WEBP, SampleImages.TRANSPARENT_WEBP))
            assertThat(develop(webp)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"4000,4000,1", "5000,5000,2", "7000,8000,3"})
    void of_a_large_picture_no_more_is_decoded_than_there_is_room_for(int width, int height, int step) {
        var file = SampleImages.blackPng(width, height, 8, 6, 4);
        assertThat(file.length).isLessThan(2_000_000);

        assertThat(develop(file)).hasSize(4);
        assertThat((long) Math.ceilDiv(width, step) * Math.ceilDiv(height, step) * 4)
                .isLessThanOrEqualTo(64_000_000);
    }

    @Test
    void equal_pictures_have_equal_names() {
        var file = SampleImages.jpeg(700, 400);
        assertThat(develop(file).getFirst().hash())
                .isEqualTo(develop(file).getFirst().hash())
                .matches("[0-9a-f]{32}");
    }

    private List<Print> develop(byte[] file) {
        return darkroom.develop(Negative.of(file));
    }

    private static void assertRedThenBlue(List<Print> prints) {
        for (var print : prints) {
            var image = decoded(print.bytes());
            assertThat(List.of(image.getWidth(), image.getHeight())).isEqualTo(List.of(print.width(), print.height()));
            assertNear(image.getRGB(image.getWidth() / 4, image.getHeight() / 2), RED);
            assertNear(image.getRGB(image.getWidth() * 3 / 4, image.getHeight() / 2), BLUE);
        }
    }

    private static void assertNear(int actual, int expected) {
        assertThat(red(actual)).isCloseTo(red(expected), Offset.offset(12));
        assertThat(blue(actual)).isCloseTo(blue(expected), Offset.offset(12));
    }

    private static int red(int rgb) {
        return rgb >> 16 & 0xff;
    }

    private static int blue(int rgb) {
        return rgb & 0xff;
    }
}
