package org.sistercities.content.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.content.story.ManuscriptBuilder.aStory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.content.story.Story.Publication;
import org.sistercities.content.story.Story.Status;
import org.sistercities.contracts.ContentDomainEvent.StoryPublished;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RevisingAStoryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(86_400);
    private static final Caller AUTHOR = new Caller("ada", Set.of(Role.AUTHOR), Map.of());
    private static final Caller EDITOR = new Caller("ed", Set.of(Role.EDITOR), Map.of());
    private static final Caller VISITOR = new Caller("anonymous", Set.of(), Map.of());

    private final Story draft = Story.draft("s1", aStory().done(), NOON).state();
    private final Story published = draft.publish(NOON).state();

    @Test
    void an_author_rewrites_a_draft() {
        var story =
                draft.revise(aStory().headed("Two rooms").done(), AUTHOR, LATER).state();

        assertThat(story.text().headline()).isEqualTo("Two rooms");
        assertThat(story.status()).isEqualTo(Status.DRAFT);
        assertThat(story.draftedAt()).isEqualTo(NOON);
    }

    @Test
    void only_an_editor_rewrites_what_is_published() {
        var text = aStory().headed("Two rooms").done();

        assertThatThrownBy(() -> published.revise(text, AUTHOR, LATER)).isInstanceOf(Story.PublishedIsForEditors.class);
        assertThat(published.revise(text, EDITOR, LATER).state().text().headline())
                .isEqualTo("Two rooms");
    }

    @Test
    void what_is_published_keeps_its_address_and_its_day() {
        var story = published
                .revise(aStory().headed("Two rooms").done(), EDITOR, LATER)
                .state();

        assertThat(story.publication()).isEqualTo(published.publication());
        assertThat(story.text().slug()).isEqualTo("nobody-had-to-travel");
        assertThat(story.text().publishedOn()).isEqualTo("2026-03-01");
    }

    @Test
    void sending_back_what_was_read_changes_nothing() {
        assertThat(published.revise(published.text(), EDITOR, LATER).state()).isEqualTo(published);
    }

    @Test
    void a_published_story_is_announced_again_when_what_was_announced_has_changed() {
        var corrected = published.revise(aStory().headed("Two rooms").done(), EDITOR, LATER);
        var reworded = published.revise(aStory().saying("Other words.").done(), EDITOR, LATER);

        assertThat(corrected.events())
                .containsExactly(new StoryPublished(
                        "s1",
                        "nobody-had-to-travel",
                        "Two rooms",
                        List.of("lockport", "asiago"),
                        List.of("lockport-asiago"),
                        NOON,
                        null,
                        null,
                        LATER));
        assertThat(reworded.events()).isEmpty();
    }

    @Test
    void another_slug_is_refused_once_it_is_published() {
        var elsewhere = aStory().at("elsewhere").done();

        assertThatThrownBy(() -> published.revise(elsewhere, EDITOR, LATER)).isInstanceOf(Story.SlugIsPublished.class);
        assertThat(draft.revise(elsewhere, EDITOR, LATER).state().text().slug()).isEqualTo("elsewhere");
    }

    @Test
    void an_editor_may_set_the_day_right() {
        var earlier = aStory().publishedOn(LocalDate.parse("2014-10-08")).done();

        assertThat(published.revise(earlier, EDITOR, LATER).state().publication())
                .isEqualTo(new Publication("nobody-had-to-travel", Instant.parse("2014-10-08T00:00:00Z")));
    }

    @Test
    void drafts_are_seen_by_those_who_write_and_published_stories_by_all() {
        assertThat(draft.visibleTo(VISITOR)).isFalse();
        assertThat(draft.visibleTo(AUTHOR)).isTrue();
        assertThat(draft.visibleTo(EDITOR)).isTrue();
        assertThat(published.visibleTo(VISITOR)).isTrue();
    }
}
