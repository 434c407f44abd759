package org.sistercities.city.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.city.partnership.APartnership.ANNA;
import static org.sistercities.city.partnership.APartnership.NOON;
import static org.sistercities.city.partnership.APartnership.TEXT;
import static org.sistercities.city.partnership.APartnership.aPartnership;
import static org.sistercities.city.partnership.APartnership.anAgreedPartnership;
import static org.sistercities.city.partnership.APartnership.parties;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.signing.Agreement;
import org.sistercities.city.signing.SigningRefused;
import org.sistercities.contracts.CityDomainEvent.PartnershipAgreed;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AgreeingOnATextTest {

    @Test
    void the_text_is_fixed_and_announced_by_its_hash() {
        var change = aPartnership("a", "b").agree(TEXT, null, ANNA);

        assertThat(change.state().status()).isEqualTo(Status.AGREED);
        assertThat(change.events())
                .containsExactly(new PartnershipAgreed("p1", "SISTER", parties("a", "b"), TEXT.textHash(), NOON));
    }

    @Test
    void agreed_again_on_the_same_text_nothing_changes() {
        var agreed = anAgreedPartnership("a", "b");

        assertThat(agreed.agree(TEXT, null, ANNA).events()).isEmpty();
    }

    @Test
    void once_fixed_the_text_stays() {
        assertThatThrownBy(() -> anAgreedPartnership("a", "b").agree(Agreement.of(Map.of("en", "Or so.")), null, ANNA))
                .isInstanceOf(Refused.TextIsFixed.class);
    }

    @Test
    void one_of_earlier_years_gets_no_text() {
        var recorded = Partnership.recorded(Kind.SISTER, parties("a", "b"), null, "anna", NOON)
                .state();

        assertThatThrownBy(() -> recorded.agree(TEXT, null, ANNA)).isInstanceOf(Refused.TextIsFixed.class);
    }

    /** printf 'en\n3\nYes\nfr\n3\nOui\n' | sha256sum */
    @Test
    void anybody_can_compute_the_hash() {
        assertThat(Agreement.of(Map.of("fr", "Oui", "en", "Yes")).textHash())
                .isEqualTo("a9d97fbfd0afc74be0d1552db5f7c9d2c58f4a28e0b037052a82b4afb9dde98b");
    }

    @Test
    void line_ends_and_ways_to_encode_an_accent_do_not_change_it() {
        var one = Agreement.of(Map.of("fr", "Amitié\nà jamais"));
        var other = Agreement.of(Map.of("FR", "Amitie\u0301\r\na\u0300 jamais"));

        assertThat(other).isEqualTo(one);
    }

    @Test
    void a_word_moved_from_one_language_to_another_changes_it() {
        assertThat(Agreement.of(Map.of("en", "a b", "fr", "c")).textHash())
                .isNotEqualTo(Agreement.of(Map.of("en", "a", "fr", "b c")).textHash());
    }

    @Test
    void a_text_in_no_language_at_all_is_none() {
        assertThatThrownBy(() -> Agreement.of(Map.of())).isInstanceOf(SigningRefused.NoText.class);
        assertThatThrownBy(() -> Agreement.of(Map.of("no language", "a")))
                .isInstanceOf(SigningRefused.UnknownLanguage.class);
        assertThatThrownBy(() -> Agreement.of(Map.of("en", "a", "EN", "b")))
                .isInstanceOf(SigningRefused.LanguageTwice.class);
    }
}
