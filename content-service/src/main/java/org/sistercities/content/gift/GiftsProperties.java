package org.sistercities.content.gift;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.sistercities.platform.payment.Charge;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What gifts are taken, and how.
 *
 * @param linkSecret makes the links of donors: the same for all replicas; another one voids them
 * @param least what is taken
 * @param recipient who takes it, as receipts print it, line by line
 * @param bank what who gives by transfer must know, line by line
 * @param note printed at the end of a receipt, such as what tax law wants said
 * @param returnPage where a donor goes from the provider's page; {@code {gift}} and {@code {outcome}} ({@code paid} or {@code given-up})
 *     are filled in. The provider sees it, so it carries no token
 * @param askMonthsAfter how long it may be silent about what it charges each month
 * @param askAfter how long a provider may be silent about a page before it is asked
 */
@Validated
@ConfigurationProperties("sistercities.gifts")
record GiftsProperties(
        @NotNull @Size(min = 32) String linkSecret,
        @DefaultValue("USD") Currency currency,
        @DefaultValue("1") BigDecimal least,
        @DefaultValue("100000") BigDecimal most,
        @DefaultValue("Sister Cities") List<String> recipient,
        @DefaultValue List<String> bank,
        @DefaultValue("") String note,

        @DefaultValue("http://localhost:8080/donate?gift={gift}&outcome={outcome}")
        String returnPage,

        @DefaultValue("5m") Duration askAfter,
        @DefaultValue("1d") Duration askMonthsAfter) {

    Charge leastCharge() {
        return new Charge(least, currency);
    }

    Charge mostCharge() {
        return new Charge(most, currency);
    }

    @Override
    public String toString() {
        return "gifts in " + currency; // never the secret
    }
}
