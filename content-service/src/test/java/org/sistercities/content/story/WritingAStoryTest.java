package org.sistercities.content.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.content.story.ManuscriptBuilder.aStory;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.content.story.Draft.Stage;
import org.sistercities.content.story.Step.Act;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WritingAStoryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Caller ADA = new Caller("ada", Set.of(Role.AUTHOR), Map.of());
    private static final Caller BEN = new Caller("ben", Set.of(Role.AUTHOR), Map.of());
    private static final Caller EDITOR = new Caller("ed", Set.of(Role.EDITOR), Map.of());
    private static final Copy OTHER_WORDS = aStory().headed("Two rooms").copy();

    private final Story draft = Story.draft("s1", "ada", aStory().copy(), NOON).state();
    private final Story submitted = desk(draft, ADA).submit(null).state();
    private final Story approved = desk(submitted, EDITOR).approve(null).state();

    @Test
    void an_author_writes_on_their_own_and_an_editor_on_all() {
        var story = desk(draft, ADA).revise(OTHER_WORDS, "shorter").state();

        assertThat(story.working().text().headline()).isEqualTo("Two rooms");
        assertThat(story.last()).isEqualTo(new Step(2, Act.WRITTEN, "ada", NOON, "shorter"));
        assertThat(story.draft().version()).isEqualTo(2);
        assertThatThrownBy(() -> desk(draft, BEN).revise(OTHER_WORDS, null)).isInstanceOf(Refused.AnotherAuthors.class);
        assertThat(desk(draft, EDITOR).revise(OTHER_WORDS, null).state().owner())
                .isEqualTo("ada");
    }

    @Test
    void what_a_program_has_written_becomes_the_first_authors() {
        var nobodys = Story.draft("s1", null, aStory().copy(), NOON).state();

        assertThat(desk(nobodys, EDITOR).revise(OTHER_WORDS, null).state().owner())
                .isNull();
        assertThat(desk(nobodys, BEN).revise(OTHER_WORDS, null).state().owner()).isEqualTo("ben");
    }

    @Test
    void it_is_submitted_and_approved() {
        assertThat(submitted.draft().stage()).isEqualTo(Stage.IN_REVIEW);
        assertThat(approved.draft().stage()).isEqualTo(Stage.APPROVED);
        assertThat(desk(submitted, ADA).submit(null).state()).isEqualTo(submitted);
        assertThat(desk(approved, EDITOR).approve(null).state()).isEqualTo(approved);
        assertThatThrownBy(() -> desk(draft, BEN).submit(null)).isInstanceOf(Refused.AnotherAuthors.class);
    }

    @Test
    void an_authors_new_words_are_to_be_judged_again_an_editors_are_not() {
        assertThat(desk(submitted, ADA)
                        .revise(OTHER_WORDS, null)
                        .state()
                        .draft()
                        .stage())
                .isEqualTo(Stage.DRAFT);
        assertThat(desk(submitted, EDITOR)
                        .revise(OTHER_WORDS, null)
                        .state()
                        .draft()
                        .stage())
                .isEqualTo(Stage.IN_REVIEW);
        assertThat(desk(approved, EDITOR)
                        .revise(OTHER_WORDS, null)
                        .state()
                        .draft()
                        .stage())
                .isEqualTo(Stage.APPROVED);
    }

    @Test
    void nothing_else_is_published_than_was_approved() {
        assertThatThrownBy(() -> desk(approved, ADA).revise(OTHER_WORDS, null))
                .isInstanceOf(Refused.ApprovedIsForEditors.class);
    }

    @Test
    void returned_it_is_a_draft_and_not_published_by_itself() {
        var timed = approved.press("ed", NOON)
                .schedule(new Timing(NOON.plusSeconds(60), null))
                .state();
        var returned = desk(timed, EDITOR).sendBack("Which Concord?").state();

        assertThat(returned.draft().stage()).isEqualTo(Stage.DRAFT);
        assertThat(returned.timing().publishAt()).isNull();
        assertThat(returned.due()).isNull();
        assertThat(returned.last().note()).isEqualTo("Which Concord?");
        assertThatThrownBy(() -> desk(draft, EDITOR).sendBack("?")).isInstanceOf(Refused.NotSubmitted.class);
    }

    @Test
    void a_draft_over_a_published_version_is_given_up_an_only_one_is_not() {
        var published = approved.press("ed", NOON).publish(null).state();
        var over = desk(published, ADA).revise(OTHER_WORDS, null).state();

        assertThat(over.draft().stage()).isEqualTo(Stage.DRAFT);
        assertThat(desk(over, ADA).discard(null).state().draft()).isNull();
        assertThatThrownBy(() -> desk(draft, ADA).discard(null)).isInstanceOf(Refused.NothingElse.class);
        assertThatThrownBy(() -> desk(published, ADA).discard(null)).isInstanceOf(Refused.NoDraft.class);
    }

    @Test
    void earlier_words_become_the_draft() {
        var story = desk(draft, ADA).revise(OTHER_WORDS, null).state();
        var restored = desk(story, ADA).restore(aStory().copy(), 1).state();

        assertThat(restored.working().text()).isEqualTo(draft.working().text());
        assertThat(restored.last()).isEqualTo(new Step(3, Act.RESTORED, "ada", NOON, "Revision 1"));
    }

    @Test
    void it_lies_on_the_desk_while_it_has_a_draft() {
        assertThat(draft.desk()).isEqualTo(Story.key(NOON, "s1"));
        assertThat(approved.press("ed", NOON).publish(null).state().desk()).isNull();
    }

    @Test
    void it_is_flagged_once_for_one_reason_until_an_editor_has_looked() {
        var flagged = draft.flag("ended", NOON).state();

        assertThat(flagged.flag().reason()).isEqualTo("ended");
        assertThat(flagged.flag("ended", NOON).state()).isEqualTo(flagged);
        assertThat(flagged.unflag("ed", null, NOON).state().flag()).isNull();
        assertThat(flagged.press("ed", NOON).publish(null).state().flag()).isNull();
    }

    private static Desk desk(Story story, Caller caller) {
        return story.desk(caller, NOON);
    }
}
