package org.sistercities.content.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.content.story.ManuscriptBuilder.aPressRelease;
import static org.sistercities.content.story.ManuscriptBuilder.aStory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.content.story.Draft.Stage;
import org.sistercities.content.story.Step.Act;
import org.sistercities.content.story.Story.Status;
import org.sistercities.contracts.ContentDomainEvent.StoryChanged;
import org.sistercities.contracts.ContentDomainEvent.StoryDrafted;
import org.sistercities.contracts.ContentDomainEvent.StoryPublished;
import org.sistercities.contracts.ContentDomainEvent.StoryUnpublished;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishingAStoryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(86_400);
    private static final Caller EDITOR = new Caller("ed", Set.of(Role.EDITOR), Map.of());

    private final Story published = publish(draft(aStory()));

    @Test
    void a_draft_is_announced_and_nobodys_to_read() {
        var change = Story.draft("s1", "ada", aStory().copy(), NOON);

        assertThat(change.state().status()).isEqualTo(Status.DRAFT);
        assertThat(change.events())
                .containsExactly(new StoryDrafted(
                        "s1", "Nobody had to travel", List.of("lockport", "asiago"), List.of("lockport-asiago"), NOON));
    }

    @Test
    void publishing_gives_it_an_address_made_from_its_headline_and_announces_it() {
        var change = draft(aStory()).press("ed", NOON).publish("At last");

        assertThat(change.state().status()).isEqualTo(Status.PUBLISHED);
        assertThat(change.state().slug()).isEqualTo("nobody-had-to-travel");
        assertThat(change.state().publication().at()).isEqualTo(NOON);
        assertThat(change.state().draft()).isNull();
        assertThat(change.state().last()).isEqualTo(new Step(2, Act.PUBLISHED, "ed", NOON, "At last"));
        assertThat(change.events()).containsExactly(announced("Nobody had to travel", null, NOON));
    }

    @Test
    void a_chosen_slug_wins_over_the_headline() {
        assertThat(publish(draft(aStory().at("two-rooms"))).slug()).isEqualTo("two-rooms");
    }

    @Test
    void a_story_of_earlier_days_takes_its_place_among_them() {
        var change = draft(aStory().publishedOn(LocalDate.parse("2014-10-08")))
                .press("ed", NOON)
                .publish(null);
        var day = Instant.parse("2014-10-08T00:00:00Z");

        assertThat(change.state().publication().at()).isEqualTo(day);
        assertThat(change.events())
                .extracting(event -> ((StoryPublished) event).publishedAt())
                .containsExactly(day);
    }

    @Test
    void publishing_what_has_no_draft_changes_nothing_and_announces_nothing() {
        var again = published.press("ed", LATER).publish(null);

        assertThat(again.state()).isEqualTo(published);
        assertThat(again.events()).isEmpty();
    }

    @Test
    void what_visitors_read_stays_while_a_draft_lies_over_it() {
        var story = revised(aStory().headed("Two rooms"));

        assertThat(story.publication()).isEqualTo(published.publication());
        assertThat(story.working().text().headline()).isEqualTo("Two rooms");
        assertThat(story.status()).isEqualTo(Status.PUBLISHED);
    }

    @Test
    void published_again_it_keeps_address_and_day_and_is_announced_again_only_if_the_announcement_has_changed() {
        var corrected = revised(aStory().headed("Two rooms")).press("ed", LATER).publish(null);
        var reworded =
                revised(aStory().saying("Other words.")).press("ed", LATER).publish(null);

        assertThat(corrected.state().slug()).isEqualTo("nobody-had-to-travel");
        assertThat(corrected.state().publication().at()).isEqualTo(NOON);
        assertThat(corrected.state().publication().changedAt()).isEqualTo(LATER);
        assertThat(corrected.events()).containsExactly(announced("Two rooms", NOON, LATER));
        assertThat(reworded.events()).containsExactly(new StoryChanged("s1", "nobody-had-to-travel", LATER));
    }

    @Test
    void an_old_address_leads_to_the_new_one_however_often_it_moves() {
        var once = revised(aStory().at("two-rooms"))
                .press("ed", LATER)
                .publish(null)
                .state();
        var twice = once.desk(EDITOR, LATER)
                .revise(aStory().at("one-ceremony").copy(), null)
                .then(story -> story.press("ed", LATER).publish(null))
                .state();
        var back = twice.desk(EDITOR, LATER)
                .revise(aStory().at("two-rooms").copy(), null)
                .then(story -> story.press("ed", LATER).publish(null))
                .state();

        assertThat(twice.slugs()).containsExactly("one-ceremony", "two-rooms", "nobody-had-to-travel");
        assertThat(back.slugs()).containsExactly("two-rooms", "one-ceremony", "nobody-had-to-travel");
    }

    @Test
    void unpublished_it_is_a_draft_again_and_keeps_its_addresses() {
        var change = published.press("ed", LATER).unpublish("A mistake");

        assertThat(change.state().status()).isEqualTo(Status.DRAFT);
        assertThat(change.state().draft().copy())
                .isEqualTo(published.publication().copy());
        assertThat(change.state().draft().stage()).isEqualTo(Stage.DRAFT);
        assertThat(change.state().slugs()).containsExactly("nobody-had-to-travel");
        assertThat(change.state().edition()).isNull();
        assertThat(change.events()).containsExactly(new StoryUnpublished("s1", "nobody-had-to-travel", LATER));
    }

    @Test
    void unpublishing_keeps_the_draft_that_lies_over_it() {
        var story = revised(aStory().headed("Two rooms"))
                .press("ed", LATER)
                .unpublish(null)
                .state();

        assertThat(story.working().text().headline()).isEqualTo("Two rooms");
    }

    @Test
    void translations_share_a_group_and_have_their_own_language() {
        assertThat(published.edition()).isEqualTo("s1/en");
        assertThat(publish(draft(aStory().in("it").translationOf("s0"))).edition())
                .isEqualTo("s0/it");
    }

    @Test
    void a_press_release_needs_a_dateline() {
        assertThatThrownBy(() -> publish(draft(aPressRelease()))).isInstanceOf(Refused.DatelineMissing.class);

        var release = aPressRelease().from("WASHINGTON, DC", LocalDate.parse("2017-01-11"));
        assertThat(publish(draft(release)).status()).isEqualTo(Status.PUBLISHED);
    }

    @Test
    void nothing_under_embargo_is_published() {
        var release = aPressRelease()
                .from("WASHINGTON, DC", LocalDate.parse("2026-03-01"))
                .embargoedUntil(NOON.plusSeconds(1));

        assertThatThrownBy(() -> publish(draft(release))).isInstanceOf(Refused.UnderEmbargo.class);
        assertThat(publish(draft(release.embargoedUntil(NOON))).status()).isEqualTo(Status.PUBLISHED);
    }

    @Test
    void a_story_without_text_is_not_published() {
        assertThatThrownBy(() -> publish(draft(aStory().saying(" \n")))).isInstanceOf(Refused.NothingToRead.class);
    }

    @Test
    void a_headline_that_makes_no_address_needs_a_chosen_slug() {
        assertThatThrownBy(() -> publish(draft(aStory().headed("…!")))).isInstanceOf(Refused.SlugTaken.class);
        assertThatThrownBy(() -> publish(draft(aStory().headed("Drafts")))).isInstanceOf(Refused.SlugTaken.class);
        assertThat(publish(draft(aStory().headed("…!").at("so-what"))).status()).isEqualTo(Status.PUBLISHED);
    }

    private Story revised(ManuscriptBuilder text) {
        return published
                .desk(EDITOR, NOON.plusSeconds(60))
                .revise(text.copy(), null)
                .state();
    }

    private static StoryPublished announced(String headline, Instant since, Instant at) {
        return new StoryPublished(
                "s1",
                "nobody-had-to-travel",
                headline,
                List.of("lockport", "asiago"),
                List.of("lockport-asiago"),
                since,
                "STORY",
                "en",
                at);
    }

    private static Story publish(Story draft) {
        return draft.press("ed", NOON).publish(null).state();
    }

    private static Story draft(ManuscriptBuilder text) {
        return Story.draft("s1", "ada", text.copy(), NOON.minusSeconds(3600)).state();
    }
}
