package org.sistercities.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SealTest {
    private final Seal seal = new Seal("key");

    /** The published test value of HMAC-SHA256 for this key and text. */
    @Test
    void it_is_an_hmac_as_others_compute_it() {
        assertThat(seal.of("The quick brown fox jumps over the lazy dog"))
                .isEqualTo("97yD9DBThCSxMpjmqm-xQ-9NWaFJRhdZl0edvC0aPNg");
    }

    @Test
    void it_fits_its_own_text_under_its_own_secret_only() {
        var of = seal.of("one");
        assertThat(seal.isOf("one", of)).isTrue();
        assertThat(seal.isOf("two", of)).isFalse();
        assertThat(seal.isOf("one", of.substring(1))).isFalse();
        assertThat(new Seal("another").isOf("one", of)).isFalse();
    }
}
