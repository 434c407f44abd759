package org.sistercities.content.gift;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.gift.Offer.Anonymity;
import org.sistercities.content.gift.Offer.Rhythm;
import org.sistercities.content.gift.Offer.Way;

/**
 * What somebody wants to give; on the wire, what they send. Never a card's number: that is typed on the provider's page.
 *
 * @param amount each time, if monthly
 * @param campaign the slug or id of the campaign it is for
 * @param partnershipId of the partnership it is for
 */
record MakeGift(
        @NotNull @Pattern(regexp = "\\d{1,9}(\\.\\d{1,3})?", message = "must be a decimal such as 25.00")
        String amount,

        @NotNull Currency currency,
        @NotNull Rhythm rhythm,
        @NotNull Way way,
        @Nullable @Size(min = 1, max = 200) String campaign,

        @Nullable @Size(max = 200) @Pattern(regexp = "[\\w.-]+", message = "must be the id of a partnership")
        String partnershipId,

        @Nullable @Valid Tribute tribute,
        @NotNull Anonymity anonymity,
        @NotNull @Valid Donor donor) {

    BigDecimal sum() {
        return new BigDecimal(amount);
    }

    /** All of it, for the comparison of two requests; goes nowhere but into a hash. */
    String content() {
        var said = tribute == null ? "" : tribute.kind() + "\n" + tribute.name() + "\n" + tribute.note();
        return String.join("\n", toString(), donor.name(), donor.email(), said);
    }
}
