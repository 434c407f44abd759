package org.sistercities.events.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.events.event.EventBuilder.NOON;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningKeysTest {
    private final Ticket ticket = new Ticket("0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210", 2);
    private final SigningKeys keys = SigningKeys.first(NOON);

    @Test
    void a_signed_ticket_is_genuine_and_says_what_was_signed() {
        assertThat(keys.read(keys.sign(ticket))).contains(new SigningKeys.Shown(ticket, true));
        assertThat(Ticket.ofId(ticket.eventId(), ticket.id())).contains(ticket);
    }

    @Test
    void whoever_changes_anything_has_a_forged_ticket() {
        var text = keys.sign(ticket);
        assertThat(keys.read(text.replace(".2.", ".3.")).orElseThrow().genuine())
                .isFalse();
        assertThat(keys.read(text.replace("0123456789", "1123456789"))
                        .orElseThrow()
                        .genuine())
                .isFalse();
        var tail = text.charAt(text.length() - 5) == 'A' ? "B" : "A";
        var otherSignature = text.substring(0, text.length() - 5) + tail + text.substring(text.length() - 4);
        assertThat(keys.read(otherSignature).orElseThrow().genuine()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "T1", "https://example.org", "T1.00000000.event.registration.0.x"})
    void what_has_another_form_is_no_ticket(String text) {
        assertThat(keys.read(text)).isEmpty();
    }

    @Test
    void a_ticket_of_a_key_we_never_had_is_none() {
        assertThat(keys.read(SigningKeys.first(NOON).sign(ticket))).isEmpty();
    }

    @Test
    void the_newest_key_signs_and_older_ones_still_verify() {
        var before = keys.sign(ticket);
        var rotated = keys.rotated(SigningKey.generate(NOON)).state();
        var after = rotated.sign(ticket);
        assertThat(rotated.read(before).orElseThrow().genuine()).isTrue();
        assertThat(rotated.read(after).orElseThrow().genuine()).isTrue();
        assertThat(keys.read(after)).isEmpty();
    }

    @Test
    void a_private_key_is_printed_nowhere() {
        var key = keys.keys().getFirst();
        assertThat(keys.toString()).contains(key.id()).doesNotContain(key.privateKey());
    }

    @Test
    void a_scanner_reads_the_ticket_from_its_QR_code() throws Exception {
        var text = keys.sign(ticket);
        var image = ImageIO.read(new ByteArrayInputStream(QrCode.of(text).png()));
        int size = image.getWidth();
        var pixels = image.getRGB(0, 0, size, size, null, 0, size);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels)));
        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(text);
        assertThat(QrCode.of(text).svg()).startsWith("<svg").endsWith("</svg>");
    }
}
