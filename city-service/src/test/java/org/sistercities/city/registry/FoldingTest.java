package org.sistercities.city.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Saint-Étienne       | saint etienne
            Łódź                | lodz
            Győr                | gyor
            Straße              | strasse
            İstanbul            | istanbul
            Washington, D.C.    | washington dc
            St.Louis            | st louis
            U.S.A.              | usa
            O'Fallon            | ofallon
            ＴＯＫＹＯ          | tokyo
            東京                | 東京
            Москва              | москва
              a  --  b          | a b
            """)
    void what_does_not_count_is_gone(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
    }

    @Test
    void nothing_is_left_of_what_is_no_word() {
        assertThat(Folding.fold("!?* \u0000 ({[")).isEmpty();
        assertThat(Folding.spellings("...")).isEmpty();
    }

    @Test
    void umlauts_may_be_typed_either_way() {
        assertThat(Folding.spellings("Köln")).containsExactlyInAnyOrder("koln", "koeln");
        assertThat(Folding.spellings("Århus")).containsExactlyInAnyOrder("arhus", "aarhus");
    }

    @Test
    void chinese_signs_may_be_typed_as_in_taipei_or_as_in_beijing() {
        assertThat(Folding.spellings("廣島")).containsExactlyInAnyOrder("廣島", "广岛");
        assertThat(Folding.spellings("广岛")).containsExactly("广岛");
    }

    @Test
    void an_apostrophe_may_be_left_out_or_typed_as_a_space_and_saint_be_short_or_long() {
        assertThat(Folding.spellings("St. John's"))
                .containsExactlyInAnyOrder("st johns", "st john s", "saint johns", "saint john s");
    }
}
