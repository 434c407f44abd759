package org.sistercities.city.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercities.city.search.Lexicon.Posting;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TypoWalkTest {
    private static final int TEXTS = 400;
    private static final int TRIES = 400;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void finds_exactly_what_comparing_with_every_text_finds(int edits) {
        var random = new Random(edits);
        var texts =
                IntStream.range(0, TEXTS).mapToObj(i -> word(random)).distinct().toList();
        var lexicon = lexicon(texts);
        for (int i = 0; i < TRIES; i++) {
            var typed = word(random);
            var expected = texts.stream()
                    .filter(text -> distance(typed, text) <= edits)
                    .toList();

            var found = new ArrayList<String>();
            TypoWalk.texts(lexicon, typed, edits, range -> found.addAll(texts(lexicon, range)));

            assertThat(new TreeSet<>(found)).as(typed).isEqualTo(new TreeSet<>(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void finds_exactly_the_texts_with_such_a_beginning(int edits) {
        var random = new Random(edits);
        var texts =
                IntStream.range(0, TEXTS).mapToObj(i -> word(random)).distinct().toList();
        var lexicon = lexicon(texts);
        for (int i = 0; i < TRIES; i++) {
            var typed = word(random);
            var expected =
                    texts.stream().filter(text -> begins(text, typed, edits)).toList();

            var found = new ArrayList<String>();
            TypoWalk.beginnings(lexicon, typed, edits, range -> found.addAll(texts(lexicon, range)));

            assertThat(new TreeSet<>(found)).as(typed).isEqualTo(new TreeSet<>(expected));
        }
    }

    @Test
    void a_swap_counts_as_one() {
        var lexicon = lexicon(List.of("bergen"));
        var found = new ArrayList<String>();

        TypoWalk.texts(lexicon, "bergne", 1, range -> found.addAll(texts(lexicon, range)));

        assertThat(found).containsExactly("bergen");
    }

    @Test
    void nothing_is_found_in_nothing() {
        TypoWalk.texts(lexicon(List.of()), "bergen", 2, range -> {
            throw new AssertionError(range);
        });
    }

    /** Of few letters, so that many are near each other. */
    private static String word(Random random) {
        var word = new StringBuilder();
        for (int length = 1 + random.nextInt(7); length > 0; length--) word.append((char) ('a' + random.nextInt(3)));
        return word.toString();
    }

    private static Lexicon lexicon(List<String> texts) {
        return new Lexicon(texts.stream().map(text -> new Posting(text, 0)).toList(), 1);
    }

    private static List<String> texts(Lexicon lexicon, Lexicon.Range range) {
        return IntStream.range(range.from(), range.to()).mapToObj(lexicon::text).toList();
    }

    private static boolean begins(String text, String typed, int edits) {
        return IntStream.rangeClosed(0, text.length())
                .anyMatch(end -> distance(typed, text.substring(0, end)) <= edits);
    }

    /** Optimal string alignment, by its definition. */
    private static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++)
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        return d[a.length()][b.length()];
    }
}
