package org.sistercities.content.gift;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What staff has seen on the bank account.
 *
 * @param reference the bank's line, which no two payments of a gift share
 * @param amount null for what was promised
 */
record ReceivedMoney(
        @NotBlank @Size(max = 200) String reference,

        @Nullable @Pattern(regexp = "\\d{1,9}(\\.\\d{1,3})?", message = "must be a decimal such as 25.00")
        String amount,

        @NotNull @PastOrPresent LocalDate on) {}
