package org.sistercities.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LabelsTest {
    @Test
    void a_link_to_a_field_says_what_people_read_beside_it() {
        assertThat(
                        Labels.named(
                                "<a data-field href=\"#a.b\">a.b</a> <label for=\"a.b\" class=\"x\"><span>Fish</span> $1?</label>"))
                .startsWith("<a href=\"#a.b\">Fish $1?</a> ");
    }

    @Test
    void a_field_may_have_other_names_in_the_api() {
        var label = "<label for=\"why-1\" data-names=\"note reason\">Why</label>";
        assertThat(Labels.named("<a data-field href=\"#reason\">reason</a>" + label))
                .isEqualTo("<a href=\"#why-1\">Why</a>" + label);
        assertThat(Labels.named("<a data-field href=\"#son\">son</a>" + label)).isEqualTo("son" + label);
    }

    @Test
    void what_is_no_field_of_the_page_is_no_link() {
        assertThat(Labels.named("<a data-field href=\"#quotas\">quotas</a> – at least one"))
                .isEqualTo("quotas – at least one");
    }
}
