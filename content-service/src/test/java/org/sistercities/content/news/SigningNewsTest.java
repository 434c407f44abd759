package org.sistercities.content.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.CityDomainEvent.PartnershipSigned;
import org.sistercities.contracts.CityDomainEvent.Party;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningNewsTest {
    private static final Party LOCKPORT = new Party("gn4900292", "Lockport", "US");
    private static final Party ASIAGO = new Party("gn3182744", "Asiago", "IT");
    private static final Party BERGEN = new Party("gn3161732", "Bergen", "NO");

    @Test
    void tells_who_what_and_when() {
        var story = SigningNews.of(signed("SISTER", LOCKPORT, ASIAGO));

        assertThat(story.headline()).isEqualTo("Lockport and Asiago are sister cities");
        assertThat(story.body()).isEqualTo("""
                        Lockport (United States) and Asiago (Italy) are sister cities. The last signature is of October 3, 2014.

                        - Lockport (United States)
                        - Asiago (Italy)
                        """);
    }

    @Test
    void points_to_the_cities_and_the_partnership() {
        var story = SigningNews.of(signed("SISTER", LOCKPORT, ASIAGO));

        assertThat(story.cityIds()).containsExactly("gn4900292", "gn3182744");
        assertThat(story.partnershipIds()).containsExactly("p1");
    }

    @Test
    void calls_each_kind_by_its_name_and_lists_three_parties() {
        assertThat(SigningNews.of(signed("FRIENDSHIP", LOCKPORT, ASIAGO, BERGEN))
                        .headline())
                .isEqualTo("Lockport, Asiago and Bergen are friendship cities");
        assertThat(SigningNews.of(signed("PROJECT", LOCKPORT, ASIAGO)).headline())
                .isEqualTo("Lockport and Asiago begin a project together");
    }

    @Test
    void counts_the_parties_when_their_names_would_not_fit_into_a_headline() {
        var many = IntStream.range(0, 50)
                .mapToObj(i -> new Party("c" + i, "A rather long name of a city, number " + i, "IT"))
                .toArray(Party[]::new);

        assertThat(SigningNews.of(signed("PROJECT", many)).headline()).isEqualTo("50 cities begin a project together");
    }

    @Test
    void is_one_story_a_signing_but_a_friendship_that_becomes_sisters_is_two() {
        var friends = signed("FRIENDSHIP", LOCKPORT, ASIAGO);
        var sisters = new PartnershipSigned(
                "p1", "SISTER", friends.parties(), "b".repeat(64), LocalDate.parse("2019-05-01"), Instant.EPOCH);

        assertThat(PartnershipNews.storyId(friends))
                .isEqualTo(PartnershipNews.storyId(signed("FRIENDSHIP", LOCKPORT, ASIAGO)))
                .isNotEqualTo(PartnershipNews.storyId(sisters));
    }

    static PartnershipSigned signed(String kind, Party... parties) {
        return new PartnershipSigned(
                "p1",
                kind,
                Arrays.asList(parties),
                "a".repeat(64),
                LocalDate.parse("2014-10-03"),
                Instant.parse("2014-10-03T17:00:00Z"));
    }
}
