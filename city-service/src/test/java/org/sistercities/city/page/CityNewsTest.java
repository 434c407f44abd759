package org.sistercities.city.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CityNewsTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void the_newest_story_comes_first() {
        var news = CityNews.NONE
                .withStory(story("old", 1, 1))
                .state()
                .withStory(story("new", 1, 3))
                .state()
                .withStory(story("middle", 1, 2))
                .state();

        assertThat(news.latestStories(2)).extracting(Notice::id).containsExactly("new", "middle");
    }

    @Test
    void told_twice_or_too_late_changes_nothing() {
        var news = CityNews.NONE.withStory(story("s", 3, 5)).state();

        assertThat(news.withStory(story("s", 3, 6)).state()).isEqualTo(news);
        assertThat(news.withStory(story("s", 2, 6)).state()).isEqualTo(news);
        assertThat(news.withStory(story("s", 4, 6)).state().stories()).containsExactly(story("s", 4, 6));
    }

    @Test
    void what_is_gone_is_not_brought_back_by_something_older() {
        var gone = new Notice("s", 3, "s", "S", NOON, "", false);
        var news = CityNews.NONE
                .withStory(story("s", 1, 5))
                .state()
                .withStory(gone)
                .state();

        assertThat(news.latestStories(5)).isEmpty();
        assertThat(news.withStory(story("s", 2, 5)).state().latestStories(5)).isEmpty();
    }

    @Test
    void the_next_event_comes_first_and_what_has_begun_is_not_coming() {
        var news = CityNews.NONE
                .withEvent(event("late", 2), NOON)
                .state()
                .withEvent(event("soon", 1), NOON)
                .state()
                .withEvent(event("now", 0), NOON)
                .state();

        assertThat(news.events()).extracting(Notice::id).containsExactly("soon", "late");
        assertThat(news.comingEvents(NOON.plus(Duration.ofDays(1)), 5))
                .extracting(Notice::id)
                .containsExactly("late");
    }

    @Test
    void it_does_not_grow_for_ever() {
        var news = CityNews.NONE;
        for (int i = 0; i <= CityNews.MOST_STORIES; i++)
            news = news.withStory(story("s" + i, 1, i)).state();
        for (int i = 0; i <= CityNews.MOST_EVENTS; i++)
            news = news.withEvent(event("e" + i, 1 + i), NOON).state();

        assertThat(news.stories())
                .hasSize(CityNews.MOST_STORIES)
                .noneMatch(oldest -> oldest.id().equals("s0"));
        assertThat(news.events())
                .hasSize(CityNews.MOST_EVENTS)
                .anyMatch(next -> next.id().equals("e0"));
    }

    @Test
    void a_city_that_was_named_once_is_remembered() {
        var mention = Mention.NONE.told(1, List.of("a", "b", "a")).state();

        assertThat(mention.told(2, List.of("c")).state()).isEqualTo(new Mention(2, List.of("a", "b", "c")));
        assertThat(mention.told(1, List.of("c")).state()).isEqualTo(mention);
    }

    private static Notice story(String id, long sequence, int day) {
        return new Notice(id, sequence, id, id, NOON.plus(Duration.ofDays(day)), "", true);
    }

    private static Notice event(String id, int day) {
        return new Notice(id, 1, id, id, NOON.plus(Duration.ofDays(day)), "Europe/Oslo", true);
    }
}
