package org.sistercities.content.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.content.story.Credit.CreditNamesNobody;
import org.sistercities.content.story.Credit.Role;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CreditTest {

    @Test
    void names_a_person_or_an_organisation() {
        assertThat(new Credit(Role.AUTHOR, "Mary D. Kane", "President and CEO", "Sister Cities International", null))
                .isNotNull();
        assertThat(new Credit(Role.CONTRIBUTOR, null, null, "Seattle-Bergen Sister City Association", null))
                .isNotNull();
        assertThatThrownBy(() -> new Credit(Role.AUTHOR, " ", "President", null, null))
                .isInstanceOf(CreditNamesNobody.class);
    }
}
