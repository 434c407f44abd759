package org.sistercities.content.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SentencesTest {
    private static final List<String> PIECES = List.of(
            "Dr. ",
            "Kane",
            ". ",
            "? ",
            "!\u201d ",
            "\n",
            "\n\n",
            "Le città ",
            "…",
            "3.5 ",
            "U.S. ",
            "e.g. x",
            "日本語。",
            "次の文。",
            "(L)",
            " ",
            "\u00a0",
            "\u0301",
            "\ud83d\ude00",
            "«Sì!» ",
            "und so weiter. ",
            "\r\n",
            "\u2029",
            "a".repeat(150),
            "; ",
            "http://x.y/z ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "One.",
                "One. Two! Three",
                " ",
                "\n",
                "No end",
                "WASHINGTON, DC (January 11, 2017) \u2013 The gala is on January 17. Tickets cost $5.50!\n\nMr. Kane came. He \u201csaid.\u201d It was late."
            })
    void they_are_those_of_the_jdk(String text) {
        isAsTheJdkSays(text);
    }

    /** Read backwards, the JDK's own iterator contradicts itself on a few of these: what it says read forwards counts. */
    @Test
    void also_where_nobody_writes_so() {
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            var text = IntStream.range(0, random.nextInt(40))
                    .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                    .collect(Collectors.joining());
            var jdk = BreakIterator.getSentenceInstance(Locale.ROOT);
            jdk.setText(text);
            var ends = IntStream.iterate(jdk.first(), end -> end != BreakIterator.DONE, _ -> jdk.next())
                    .boxed()
                    .collect(Collectors.toCollection(TreeSet::new));
            var ours = of(text);
            for (int at = 0; at <= text.length(); at++) {
                assertThat(ours.preceding(at)).isEqualTo(orDone(ends.lower(at)));
                assertThat(ours.following(at)).isEqualTo(orDone(ends.higher(at)));
            }
        }
    }

    private static int orDone(Integer end) {
        return end == null ? BreakIterator.DONE : end;
    }

    private static Sentences of(String text) {
        var sentences = new Sentences();
        sentences.read(Sentences.written(text));
        sentences.setText(text);
        return sentences;
    }

    @Test
    void they_are_of_one_text_only() {
        var sentences = new Sentences();
        sentences.read(Sentences.written("One. Two."));
        assertThatIllegalStateException().isThrownBy(() -> sentences.setText("Another text."));
    }

    private static void isAsTheJdkSays(String text) {
        var jdk = BreakIterator.getSentenceInstance(Locale.ROOT);
        jdk.setText(text);
        var ours = of(text);
        assertThat(ours.getText().getEndIndex()).isEqualTo(text.length());
        assertThat(ours.current()).isEqualTo(ours.first());
        for (int i = 0; i <= text.length(); i++) {
            assertThat(ours.preceding(i)).as("before %d of <%s>", i, text).isEqualTo(jdk.preceding(i));
            assertThat(ours.current()).as("there").isEqualTo(jdk.current());
            assertThat(ours.following(i)).as("behind %d of <%s>", i, text).isEqualTo(jdk.following(i));
            assertThat(ours.current()).as("there").isEqualTo(jdk.current());
            assertThat(ours.isBoundary(i)).as("at %d of <%s>", i, text).isEqualTo(jdk.isBoundary(i));
        }
        assertThat(ours.last()).isEqualTo(jdk.last());
        assertThat(ours.previous()).isEqualTo(jdk.previous());
        assertThat(ours.first()).isEqualTo(jdk.first());
        for (int i = 0; i < 5; i++) assertThat(ours.next()).isEqualTo(jdk.next());
        assertThat(ours.next(-2)).isEqualTo(jdk.next(-2));
    }
}
