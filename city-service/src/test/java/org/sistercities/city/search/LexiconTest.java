package org.sistercities.city.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.search.Lexicon.Posting;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LexiconTest {
    private static final int CITIES = 3_000;

    private final List<Posting> postings = postings();
    private final Lexicon lexicon = new Lexicon(postings, CITIES);

    @Test
    void knows_the_cities_of_every_beginning() {
        for (var beginning : List.of("a", "ab", "abc", "b", "cc", "ccc", "cabc", "d", "")) {
            var expected = new TreeSet<Integer>();
            for (var posting : postings) if (posting.text().startsWith(beginning)) expected.add(posting.city());

            assertThat(lexicon.citiesOf(lexicon.startingWith(beginning)).boxed())
                    .as(beginning)
                    .containsExactlyElementsOf(expected);
            assertThat(lexicon.bestOf(beginning, 7, Catalog.ALL).boxed())
                    .as(beginning)
                    .containsExactlyElementsOf(expected.stream().limit(7).toList());
            assertThat(lexicon.bestOf(beginning, 7, city -> city % 5 == 0).boxed())
                    .as(beginning)
                    .containsExactlyElementsOf(expected.stream()
                            .filter(city -> city % 5 == 0)
                            .limit(7)
                            .toList());
        }
    }

    @Test
    void a_whole_text_is_found_and_no_other() {
        for (var text : List.of("a", "abc", "cccc", "d", "abcabcabc")) {
            var isThere = postings.stream().anyMatch(posting -> posting.text().equals(text));

            assertThat(lexicon.exactly(text).isEmpty()).as(text).isEqualTo(!isThere);
        }
    }

    @Test
    void knows_the_texts_of_a_city() {
        for (int city = 0; city < 100; city++)
            for (var posting : postings.subList(0, 50)) {
                int asked = city;
                var isHis = postings.stream()
                        .anyMatch(p -> p.city() == asked && p.text().equals(posting.text()));

                assertThat(lexicon.has(city, lexicon.exactly(posting.text()))).isEqualTo(isHis);
            }
    }

    private static List<Posting> postings() {
        var random = new Random(1);
        var postings = new ArrayList<Posting>();
        for (int city = 0; city < CITIES; city++)
            for (int names = 1 + random.nextInt(3); names > 0; names--) {
                var text = new StringBuilder();
                for (int i = 1 + random.nextInt(5); i > 0; i--) text.append((char) ('a' + random.nextInt(3)));
                postings.add(new Posting(text.toString(), city));
            }
        return postings;
    }
}
