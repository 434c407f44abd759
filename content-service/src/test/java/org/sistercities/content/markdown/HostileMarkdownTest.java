package org.sistercities.content.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileMarkdownTest {
    private static final int LONGEST = 200_000; // what the API takes
    private static final Duration LONG = Duration.ofSeconds(60); // it takes well below one
    private static final Typesetter TYPESETTER = new Typesetter("example.org");

    /** Ways to hide one line of the corpus in a text. */
    private static final List<UnaryOperator<String>> SETTINGS = List.of(
            line -> line,
            line -> "> - " + line,
            line -> "Words before " + line + " and behind.",
            line -> "| a | b |\n| --- | --- |\n| " + line + " | x |",
            line -> "## " + line,
            line -> "<blockquote>\n\n" + line + "\n\n</blockquote>",
            line -> "Note[^1]\n\n[^1]: " + line);

    static Stream<String> lines() throws IOException {
        try (var in = HostileMarkdownTest.class.getResourceAsStream("/hostile.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).lines().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void nothing_executes(String line) {
        for (var setting : SETTINGS) assertHarmless(TYPESETTER.set(setting.apply(line)));
    }

    @Test
    void nothing_executes_when_all_of_it_comes_at_once() throws IOException {
        assertHarmless(TYPESETTER.set(lines().collect(Collectors.joining("\n\n"))));
        assertHarmless(TYPESETTER.set(lines().collect(Collectors.joining("\n"))));
        assertHarmless(TYPESETTER.set(lines().collect(Collectors.joining())));
    }

    static Stream<String> bombs() {
        var rows = IntStream.range(0, 900).mapToObj(i -> "a").collect(Collectors.joining("\n"));
        return Stream.of(
                        ">",
                        "> ",
                        "- ",
                        "1. ",
                        "*",
                        "**a ",
                        "*a **b ",
                        "_a __b ",
                        "[",
                        "![",
                        "[a](",
                        "[](",
                        "<",
                        "</",
                        "<b>",
                        "<p><blockquote>",
                        "<table><tr><td>",
                        "<a href='x'>",
                        "<!--",
                        "<![CDATA[",
                        "<?",
                        "`a ``b ",
                        "&",
                        "&#",
                        "\\",
                        "|",
                        "||\n",
                        "|-",
                        "[^a]",
                        "[^a]: x\n\n",
                        "[^a]:",
                        "# a\n",
                        "a\n===\n",
                        "~~~\n",
                        "<h",
                        "http://",
                        "a@",
                        "www.",
                        "\u0000",
                        "\uD800",
                        "[a]: <",
                        "[a]: b\n",
                        "\t",
                        "  \n",
                        "<svg><math>",
                        "*_",
                        "a**b_c")
                .map(HostileMarkdownTest::repeated)
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        repeated -> Stream.concat(
                                repeated.stream(),
                                Stream.of(
                                        "|".repeat(50_000) + "\n" + "|-".repeat(50_000) + "\n" + rows,
                                        "[a]: https://x.example/" + "y".repeat(100_000) + "\n\n" + "[a]".repeat(30_000),
                                        "[" + "a".repeat(999) + "]: x\n\n" + ("[" + "a".repeat(999) + "]").repeat(190),
                                        "<".repeat(100_000) + ">".repeat(100_000),
                                        "<a href=\"".repeat(20_000) + ">",
                                        "*".repeat(60_000) + "a" + "*".repeat(60_000),
                                        "[".repeat(60_000) + "a" + "](x)".repeat(30_000),
                                        IntStream.range(0, 9_000)
                                                .mapToObj(i -> "`".repeat(i % 600 + 1) + " ")
                                                .collect(Collectors.joining()),
                                        IntStream.range(0, 15_000)
                                                .mapToObj(i -> "[^" + i + "]")
                                                .collect(Collectors.joining())))));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void nothing_hangs_and_nothing_fills_the_memory(String bomb) {
        var text = bomb.length() > LONGEST ? bomb.substring(0, LONGEST) : bomb;
        assertTimeoutPreemptively(LONG, () -> {
            try {
                assertHarmless(TYPESETTER.set(text));
            } catch (TooComplex refused) {
                assertThat(refused).hasMessageStartingWith("The text has");
            }
        });
    }

    private static String repeated(String part) {
        return part.repeat(LONGEST / part.length());
    }

    private static void assertHarmless(Rendition rendition) {
        assertThat(SafeHtml.complaints(rendition.html())).as(rendition.html()).isEmpty();
    }
}
