package org.sistercities.events.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sistercities.events.event.EventBuilder.NOON;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorDeviceTest {
    private static final Instant EXPIRY = NOON.plusSeconds(60);
    private final DoorDevice device = DoorDevice.named("0123456789", "gala", "North door", "code", EXPIRY);

    @Test
    void a_code_is_redeemed_once_and_in_time() {
        var enrolled = device.enrol("secret", NOON).state();
        assertThat(enrolled.hasSecret("secret")).isTrue();
        assertThat(enrolled.hasSecret("another")).isFalse();
        assertThatExceptionOfType(DoorDevice.CodeUsed.class).isThrownBy(() -> enrolled.enrol("mine", NOON));
        assertThatExceptionOfType(DoorDevice.CodeExpired.class).isThrownBy(() -> device.enrol("secret", EXPIRY));
    }

    @Test
    void revoked_it_is_nobody_enrolled_or_not() {
        var revoked = device.enrol("secret", NOON).state().revoke("erin", NOON).state();
        assertThat(revoked.hasSecret("secret")).isFalse();
        assertThat(revoked.revoked()).isEqualTo(new DoorDevice.Revocation(NOON, "erin"));
        var never = device.revoke("erin", NOON).state();
        assertThatExceptionOfType(DoorDevice.CodeExpired.class).isThrownBy(() -> never.enrol("secret", NOON));
    }

    @Test
    void two_devices_of_one_name_are_told_apart() {
        assertThat(device.signature()).isEqualTo("North door (01234567)");
    }
}
