package org.sistercities.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RejectionTest {

    @Test
    void the_rule_is_the_class_name_in_kebab_case() {
        assertThat(new SoldOut().rule()).isEqualTo("sold-out");
        assertThat(new NotAParty().rule()).isEqualTo("not-a-party");
    }

    private static final class SoldOut extends Rejection {
        SoldOut() {
            super(Reason.CONFLICT, "no");
        }
    }

    private static final class NotAParty extends Rejection {
        NotAParty() {
            super(Reason.NOT_FOUND, "no");
        }
    }
}
