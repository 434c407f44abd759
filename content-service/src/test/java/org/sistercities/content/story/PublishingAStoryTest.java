package org.sistercities.content.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.content.story.ManuscriptBuilder.aPressRelease;
import static org.sistercities.content.story.ManuscriptBuilder.aStory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.content.story.Story.Publication;
import org.sistercities.content.story.Story.Status;
import org.sistercities.contracts.ContentDomainEvent.StoryDrafted;
import org.sistercities.contracts.ContentDomainEvent.StoryPublished;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishingAStoryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void a_draft_is_announced_and_nobodys_to_read() {
        var change = Story.draft("s1", aStory().done(), NOON);

        assertThat(change.state().status()).isEqualTo(Status.DRAFT);
        assertThat(change.events())
                .containsExactly(new StoryDrafted(
                        "s1", "Nobody had to travel", List.of("lockport", "asiago"), List.of("lockport-asiago"), NOON));
    }

    @Test
    void publishing_gives_it_an_address_made_from_its_headline_and_announces_it() {
        var change = draft(aStory()).publish(NOON);

        assertThat(change.state().status()).isEqualTo(Status.PUBLISHED);
        assertThat(change.state().publication()).isEqualTo(new Publication("nobody-had-to-travel", NOON));
        assertThat(change.events())
                .containsExactly(new StoryPublished(
                        "s1",
                        "nobody-had-to-travel",
                        "Nobody had to travel",
                        List.of("lockport", "asiago"),
                        List.of("lockport-asiago"),
                        null,
                        null,
                        null,
                        NOON));
    }

    @Test
    void a_chosen_slug_wins_over_the_headline() {
        var story = draft(aStory().at("two-rooms")).publish(NOON).state();

        assertThat(story.publication()).isEqualTo(new Publication("two-rooms", NOON));
    }

    @Test
    void what_was_published_shows_slug_and_day() {
        var text = draft(aStory()).publish(NOON).state().text();

        assertThat(text.slug()).isEqualTo("nobody-had-to-travel");
        assertThat(text.publishedOn()).isEqualTo("2026-03-01");
    }

    @Test
    void a_story_of_earlier_days_takes_its_place_among_them() {
        var change = draft(aStory().publishedOn(LocalDate.parse("2014-10-08"))).publish(NOON);
        var day = Instant.parse("2014-10-08T00:00:00Z");

        assertThat(change.state().publication()).isEqualTo(new Publication("nobody-had-to-travel", day));
        assertThat(change.events())
                .extracting(event -> ((StoryPublished) event).publishedAt())
                .containsExactly(day);
    }

    @Test
    void publishing_again_changes_nothing_and_announces_nothing() {
        var published = draft(aStory()).publish(NOON).state();
        var again = published.publish(NOON.plusSeconds(60));

        assertThat(again.state()).isEqualTo(published);
        assertThat(again.events()).isEmpty();
    }

    @Test
    void a_press_release_needs_a_dateline() {
        assertThatThrownBy(() -> draft(aPressRelease()).publish(NOON)).isInstanceOf(Story.DatelineMissing.class);

        var release = aPressRelease().from("WASHINGTON, DC", LocalDate.parse("2017-01-11"));
        assertThat(draft(release).publish(NOON).state().status()).isEqualTo(Status.PUBLISHED);
    }

    @Test
    void a_story_without_text_is_not_published() {
        assertThatThrownBy(() -> draft(aStory().saying(" \n")).publish(NOON)).isInstanceOf(Story.NothingToRead.class);
    }

    @Test
    void a_headline_that_makes_no_address_needs_a_chosen_slug() {
        assertThatThrownBy(() -> draft(aStory().headed("…!")).publish(NOON)).isInstanceOf(Story.SlugTaken.class);
        assertThatThrownBy(() -> draft(aStory().headed("Drafts")).publish(NOON)).isInstanceOf(Story.SlugTaken.class);
        assertThat(draft(aStory().headed("…!").at("so-what"))
                        .publish(NOON)
                        .state()
                        .status())
                .isEqualTo(Status.PUBLISHED);
    }

    private static Story draft(ManuscriptBuilder text) {
        return Story.draft("s1", text.done(), NOON.minusSeconds(3600)).state();
    }
}
