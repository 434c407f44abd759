package org.sistercities.content.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.content.story.ManuscriptBuilder.aPressRelease;
import static org.sistercities.content.story.ManuscriptBuilder.aStory;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.content.story.Draft.Stage;
import org.sistercities.content.story.Step.Act;
import org.sistercities.content.story.Story.Status;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimingAStoryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3_600);
    private static final Instant TWO = NOON.plusSeconds(7_200);

    private final Story draft = Story.draft("s1", "ada", aStory().copy(), NOON).state();
    private final Story timed = at(NOON, draft).schedule(new Timing(ONE, TWO)).state();

    @Test
    void who_says_when_to_publish_has_approved() {
        assertThat(timed.draft().stage()).isEqualTo(Stage.APPROVED);
        assertThat(timed.due()).isEqualTo(Story.key(ONE, "s1"));
        assertThat(timed.last().act()).isEqualTo(Act.SCHEDULED);
    }

    @Test
    void nothing_happens_before_its_time() {
        assertThat(at(ONE.minusMillis(1), timed).onTime().state()).isEqualTo(timed);
    }

    @Test
    void it_is_published_on_time_and_unpublished_on_time_each_once() {
        var published = at(ONE, timed).onTime();
        assertThat(published.state().status()).isEqualTo(Status.PUBLISHED);
        assertThat(published.events()).hasSize(1);
        assertThat(published.state().due()).isEqualTo(Story.key(TWO, "s1"));
        assertThat(at(ONE, published.state()).onTime().state()).isEqualTo(published.state());

        var hidden = at(TWO, published.state()).onTime();
        assertThat(hidden.state().status()).isEqualTo(Status.DRAFT);
        assertThat(hidden.events()).hasSize(1);
        assertThat(hidden.state().due()).isNull();
        assertThat(at(TWO, hidden.state()).onTime().state()).isEqualTo(hidden.state());
    }

    @Test
    void whose_time_is_over_before_anybody_looked_is_not_published() {
        var late = at(TWO, timed).onTime();

        assertThat(late.state().status()).isEqualTo(Status.DRAFT);
        assertThat(late.events()).isEmpty();
        assertThat(late.state().due()).isNull();
        assertThat(late.state().flag().reason()).contains("its time was over");
    }

    @Test
    void what_cannot_be_published_on_time_is_flagged_with_the_reason() {
        var headless =
                Story.draft("s2", "ada", aStory().headed("…!").copy(), NOON).state();
        var late = at(ONE, at(NOON, headless).schedule(new Timing(ONE, null)).state())
                .onTime()
                .state();

        assertThat(late.status()).isEqualTo(Status.DRAFT);
        assertThat(late.last().act()).isEqualTo(Act.NOT_PUBLISHED);
        assertThat(late.flag().reason()).contains("slug");
        assertThat(late.due()).isNull();
    }

    @Test
    void published_by_hand_it_is_still_unpublished_on_time() {
        var early = at(NOON, timed).publish(null).state();

        assertThat(early.timing()).isEqualTo(new Timing(null, TWO));
        assertThat(at(TWO, early).onTime().state().status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void times_that_make_no_sense_are_refused() {
        refused(draft, new Timing(NOON, null));
        refused(draft, new Timing(TWO, ONE));
        refused(draft, new Timing(ONE, ONE));
        refused(draft, new Timing(null, ONE));
        var published = at(NOON, draft).publish(null).state();
        refused(published, new Timing(null, NOON));
        assertThatThrownBy(() -> at(NOON, published).schedule(new Timing(ONE, null)))
                .isInstanceOf(Refused.NoDraft.class);
        assertThat(at(NOON, published).schedule(new Timing(null, ONE)).state().due())
                .isEqualTo(Story.key(ONE, "s1"));
        assertThat(at(NOON, timed).schedule(Timing.NONE).state().due()).isNull();
    }

    @Test
    void nobody_schedules_into_an_embargo() {
        var release = Story.draft(
                        "s1",
                        "ada",
                        aPressRelease()
                                .from("WASHINGTON, DC", java.time.LocalDate.parse("2026-03-01"))
                                .embargoedUntil(TWO)
                                .copy(),
                        NOON)
                .state();

        assertThatThrownBy(() -> at(NOON, release).schedule(new Timing(ONE, null)))
                .isInstanceOf(Refused.UnderEmbargo.class);
        assertThat(at(NOON, release).schedule(new Timing(TWO, null)).state().due())
                .isNotNull();
    }

    private static void refused(Story story, Timing timing) {
        assertThatThrownBy(() -> at(NOON, story).schedule(timing)).isInstanceOf(Refused.TimesDoNotFit.class);
    }

    private static Press at(Instant now, Story story) {
        return story.press("ed", now);
    }
}
