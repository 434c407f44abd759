package org.sistercities.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MoneyTest {

    @ParameterizedTest
    @CsvSource({"0,USD,0.00", "120.5,USD,120.50", "1E3,EUR,1000.00", "500,JPY,500", "1.2,TND,1.200"})
    void an_amount_has_the_decimals_of_its_currency(String amount, String currency, String shown) {
        assertThat(Price.of(money(amount, currency)).amount()).isEqualTo(shown);
        assertThat(Price.of(money(amount, currency)).money()).isEqualTo(money(amount, currency));
    }

    @ParameterizedTest
    @CsvSource({"-0.01,USD", "0.001,USD", "0.5,JPY", "1,XXX"})
    void what_cannot_be_paid_is_no_amount(String amount, String currency) {
        assertThatExceptionOfType(Money.NotAnAmount.class).isThrownBy(() -> money(amount, currency));
    }

    @Test
    void amounts_add_up_without_rounding() {
        var dime = money("0.10", "USD");
        assertThat(dime.times(3)).isEqualTo(money("0.30", "USD"));
        assertThat(dime.plus(money("0.20", "USD"))).isEqualTo(money("0.3", "USD"));
        assertThat(dime.times(3)).hasToString("0.30 USD");
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }
}
