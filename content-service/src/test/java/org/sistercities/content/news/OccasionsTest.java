package org.sistercities.content.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.content.markdown.Typesetter;
import org.sistercities.contracts.EventsDomainEvent.EventConcluded;
import org.sistercities.contracts.EventsDomainEvent.EventPublished;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OccasionsTest {
    private static final Instant EVENING = Instant.parse("2017-01-17T22:30:00Z");

    @Test
    void an_announcement_tells_what_when_and_where_in_the_venues_own_time() {
        var story = Occasions.announcement(published("2017 Inaugural Gala", "gn4140963"));

        assertThat(story.headline()).isEqualTo("2017 Inaugural Gala");
        assertThat(words(story.body()))
                .isEqualTo(
                        "2017 Inaugural Gala takes place on Tuesday, January 17, 2017 at 5:30 PM (America/New_York), at Organization of American States. Guests can register now.");
        assertThat(story.eventIds()).containsExactly("gala-2017");
        assertThat(story.cityIds()).containsExactly("gn4140963");
    }

    @Test
    void an_event_of_the_network_itself_is_about_no_city() {
        assertThat(Occasions.announcement(published("Gala", null)).cityIds()).isEmpty();
    }

    @Test
    void a_recap_looks_back() {
        var story = Occasions.recap(new EventConcluded(
                "gala-2017", "gala", "Gala", EVENING, EVENING, "America/New_York", "OAS", null, EVENING));

        assertThat(story.headline()).isEqualTo("Looking back: Gala");
        assertThat(words(story.body())).isEqualTo("Gala took place on Tuesday, January 17, 2017, at OAS.");
        assertThat(story.eventIds()).containsExactly("gala-2017");
    }

    @Test
    void a_title_with_marks_in_it_stays_as_it_is() {
        var title = "A *great* [gala](x) <b> _1_ \\ `c` #1 & more";

        assertThat(words(Occasions.announcement(published(title, null)).body())).startsWith(title + " takes place");
    }

    private static EventPublished published(String title, String host) {
        return new EventPublished(
                "gala-2017",
                "gala",
                title,
                EVENING,
                "America/New_York",
                "Organization of American States",
                host,
                EVENING);
    }

    private static String words(String markdown) {
        return new Typesetter("localhost").set(markdown).text();
    }
}
