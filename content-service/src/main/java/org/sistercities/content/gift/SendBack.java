package org.sistercities.content.gift;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Money that is not kept.
 *
 * @param reference of the payment
 * @param how a transfer went back, which people do; not for cards
 */
record SendBack(
        @NotBlank @Size(max = 200) String reference,
        @Nullable @Size(max = 200) String how) {}
