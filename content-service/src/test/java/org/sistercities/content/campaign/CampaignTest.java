package org.sistercities.content.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.content.campaign.Campaign.Phase;
import org.sistercities.content.campaign.Campaign.Status;
import org.sistercities.content.markdown.Typesetter;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CampaignTest {
    private static final Instant NOON = Instant.parse("2016-05-17T12:00:00Z");
    private static final LocalDate FIRST = LocalDate.parse("2016-01-01");
    private static final LocalDate LAST = LocalDate.parse("2016-12-31");

    private final Campaign draft = draft(named("60 years of peace through people", null, FIRST, LAST));

    @Test
    void it_runs_from_its_first_day_to_its_last() {
        assertThat(draft.phase(FIRST.minusDays(1))).isEqualTo(Phase.COMING);
        assertThat(draft.phase(FIRST)).isEqualTo(Phase.RUNNING);
        assertThat(draft.phase(LAST)).isEqualTo(Phase.RUNNING);
        assertThat(draft.phase(LAST.plusDays(1))).isEqualTo(Phase.OVER);
        assertThat(draft(named("Always", null, null, null)).phase(FIRST)).isEqualTo(Phase.RUNNING);
        assertThatThrownBy(() -> draft(named("Never", null, LAST, FIRST)))
                .isInstanceOf(Campaign.PeriodEndsBeforeItBegins.class);
    }

    @Test
    void its_address_is_made_of_its_name_unless_an_editor_chose_one() {
        assertThat(draft.slug()).isEqualTo("60-years-of-peace-through-people");
        assertThat(draft(named("60 years", "sixty", null, null)).slug()).isEqualTo("sixty");
        for (var none : List.of("!!!", "Desk"))
            assertThatThrownBy(() -> draft(named(none, null, null, null))).isInstanceOf(Campaign.NoAddress.class);
    }

    @Test
    void it_is_published_changed_in_place_and_hidden_again() {
        var published = draft.publish("ed", NOON).state();
        var changed = published.revise(named("Sixty", null, null, null), published.text(), "ed", NOON.plusSeconds(9));

        assertThat(draft.status()).isEqualTo(Status.DRAFT);
        assertThat(published.status()).isEqualTo(Status.PUBLISHED);
        assertThat(changed.state().publishedAt()).isEqualTo(NOON);
        assertThat(published.publish("ed", NOON.plusSeconds(9)).state()).isEqualTo(published);
        assertThat(published.unpublish("ed", NOON).state().isPublished()).isFalse();
    }

    private static Campaign draft(Appeal appeal) {
        return Campaign.draft("c1", appeal, new Typesetter("localhost").set(appeal.body()), "ed", NOON)
                .state();
    }

    private static Appeal named(String name, String slug, LocalDate from, LocalDate until) {
        return new Appeal(slug, name, null, "Since *1956*.", null, from, until, List.of(), null);
    }
}
