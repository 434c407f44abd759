package org.sistercities.content.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercities.content.markdown.Typesetter;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProseTest {
    private static final String PAGE = "https://blog.example.org/2014/10/signing/";
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private final Typesetter typesetter = new Typesetter("here.example.org");

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of("<p>One</p><p>Two</p>", "One\n\nTwo"),
                Arguments.of("One<br>Two", "One  \nTwo"),
                Arguments.of("One<br><br>Two", "One\n\nTwo"),
                Arguments.of("<div><div>One</div><span>Two</span></div>", "One\n\nTwo"),
                Arguments.of("<h1>Head <em>line</em><br>two</h1>", "## Head *line* two"),
                Arguments.of("<h4>Small</h4>", "#### Small"),
                Arguments.of("a <b> bold </b>and<i> thin</i>", "a **bold** and *thin*"),
                Arguments.of("<b><strong>once</strong></b>", "**once**"),
                Arguments.of("<b></b><i> </i>x", "x"),
                Arguments.of("<b>Note:</b>read", "<strong>Note:</strong>read"),
                Arguments.of("<i>a</i><i>b</i>", "<em>a</em><em>b</em>"),
                Arguments.of("H<sub>2</sub>O", "H<sub>2</sub>O"),
                Arguments.of("<ul><li>One</li><li>Two<ol start=3><li>x</li></ol></li></ul>", "- One\n- Two\n  3. x"),
                Arguments.of("<blockquote><p>So <code>it</code> is</p></blockquote>", "> So `it` is"),
                Arguments.of("<pre>a\n  `b`</pre>", "```\na\n  `b`\n```"),
                Arguments.of("<hr>", "___"),
                Arguments.of("<a href=\"/about\">us</a>", "[us](https://blog.example.org/about)"),
                Arguments.of("<a href=\"javascript:alert(1)\">us</a>", "us"),
                Arguments.of("<a href=\"https://x.org/a b(c)\">us</a>", "[us](https://x.org/a%20b%28c%29)"),
                Arguments.of("<a href=\"mailto:ada@example.org\">Ada</a>", "[Ada](mailto:ada@example.org)"),
                Arguments.of(
                        "<figure><a href=\"https://x.org/y\"><div><div>A bookmark</div><div>What it is</div></div></a></figure>z",
                        "[A bookmark](https://x.org/y)\n\nWhat it is\n\nz"),
                Arguments.of(
                        "a<a href=\"/about\"><img src=\"here.png\"><h3>About <b>us</b></h3><p>x</p></a>",
                        "a\n\n![](image:0123456789abcdef0123456789abcdef)\n\n### [About **us**](https://blog.example.org/about)\n\nx"),
                Arguments.of(
                        "<a href=\"x.png\"><figure><img src=\"here.png\"></figure></a>",
                        "![](image:0123456789abcdef0123456789abcdef)"),
                Arguments.of("<a href=\"javascript:alert(1)\"><p>us</p></a>", "us"),
                Arguments.of("<script>alert(1)</script><style>p{}</style>x", "x"),
                Arguments.of(
                        "<iframe src=\"//www.youtube.com/embed/x\"></iframe>",
                        "[https://www.youtube.com/embed/x](https://www.youtube.com/embed/x)"),
                Arguments.of("<img src=\"/a.png\" alt=\"A wall\">", "[A wall](https://blog.example.org/a.png)"),
                Arguments.of(
                        "<img src=\"here.png\" alt=\"A wall\">", "![A wall](image:0123456789abcdef0123456789abcdef)"),
                Arguments.of(
                        "<a href=\"x.png\"><img src=\"here.png\"></a>", "![](image:0123456789abcdef0123456789abcdef)"),
                Arguments.of(
                        "<img src=\"data:image/png;base64,AAAA\" data-src=\"here.png\">",
                        "![](image:0123456789abcdef0123456789abcdef)"),
                Arguments.of(
                        "<figure><img src=\"here.png\"><figcaption>Two</figcaption></figure>",
                        "![](image:0123456789abcdef0123456789abcdef)"),
                Arguments.of(
                        "<figure><img src=\"here.png\"><figcaption>Three</figcaption></figure>",
                        "![](image:0123456789abcdef0123456789abcdef)\n\nThree"),
                Arguments.of(
                        "<figure><img src=\"/gone.png\"><figcaption>Two</figcaption></figure>",
                        "[picture](https://blog.example.org/gone.png)\n\nTwo"),
                Arguments.of("<table><tr><th>a<th>b<tr><td>1<td>x|y</table>", "|a|b|\n|---|---|\n|1|x\\|y|"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void html_becomes_markdown(String html, String markdown) {
        assertThat(prose(html)).isEqualTo(markdown);
    }

    @Test
    void no_sign_in_a_text_is_taken_for_markup() {
        var random = new Random(1914);
        var signs = List.of(
                "*",
                "_",
                "#",
                "-",
                "+",
                "=",
                "`",
                "~",
                "1.",
                "2)",
                ">",
                "<",
                "&",
                "&amp;",
                "[",
                "]",
                "(",
                ")",
                "!",
                "|",
                "\\",
                " ",
                " ",
                "a",
                "b",
                "é",
                ":",
                "[^1]",
                "http://a.b",
                "---",
                "***",
                "~~~",
                "```",
                "<b>",
                "image:",
                "\"");
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(8) + 1; j > 0; j--) text.append(signs.get(random.nextInt(signs.size())));
            var words = text.toString().strip().replaceAll(" +", " ");
            var html = random.nextBoolean() ? "<p>%s</p>" : "<p>x<br>%s</p>";
            var set = typesetter.set(prose(html.formatted(escaped(words)))).html();
            var expected = html.startsWith("<p>x") && !words.isEmpty()
                    ? "x " + words
                    : words.isEmpty() && html.startsWith("<p>x") ? "x" : words;
            assertThat(Jsoup.parse(set).text())
                    .as("%s → %s → %s", words, prose(html.formatted(escaped(words))), set)
                    .isEqualTo(expected);
            assertThat(Jsoup.parse(set)
                            .select("em, strong, code, h1, h2, ul, ol, blockquote, pre, hr, table, img, sup"))
                    .as("%s → %s", words, set)
                    .isEmpty();
        }
    }

    @Test
    void stress_stays_stress_whatever_is_around_it() {
        var random = new Random(1956);
        var pieces = List.of(
                "a",
                " ",
                ".",
                "<b>",
                "</b>",
                "<i>",
                "</i>",
                "(",
                "é",
                "*",
                "<br>",
                "<a href='https://a.b/c'>",
                "</a>",
                "<code>x</code>");
        for (int i = 0; i < 20_000; i++) {
            var html = new StringBuilder("<p>");
            for (int j = random.nextInt(10) + 1; j > 0; j--) html.append(pieces.get(random.nextInt(pieces.size())));
            var before = Jsoup.parse(html.toString());
            var markdown = prose(html.toString());
            var after = Jsoup.parse(typesetter.set(markdown).html());
            assertThat(after.text().replaceAll("\\s", ""))
                    .as("%s → %s", html, markdown)
                    .isEqualTo(before.text().replaceAll("\\s", ""));
            for (var name : List.of("b", "i"))
                assertThat(letters(after, name.equals("b") ? "b, strong" : "i, em"))
                        .as(
                                "%s in %s → %s → %s",
                                name, html, markdown, after.body().html())
                        .isEqualTo(letters(before, name));
        }
    }

    private static String letters(org.jsoup.nodes.Document of, String selector) {
        var letters = new StringBuilder();
        of.body()
                .nodeStream(org.jsoup.nodes.TextNode.class)
                .filter(text ->
                        text.parent() instanceof org.jsoup.nodes.Element parent && parent.closest(selector) != null)
                .forEach(text -> letters.append(text.text()));
        return letters.toString().replaceAll("[\\s]", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<i><b>",
                "<blockquote>",
                "<ul><li>",
                "<table><tr><td>",
                "<a href=x>",
                "<p",
                "<!--",
                "&amp;",
                "<pre>",
                "<font><p>",
                "<figure><img src=a>",
                "<b><p></b>",
                "<h1>",
                "</p>",
                "<br>",
                "<select><b>",
                "<svg><p>",
                "<td>|",
                "[",
                "`",
                "<table><b>",
                "<form><div>"
            })
    void a_bomb_as_long_as_an_item_may_be_is_soon_over(String piece) {
        var bomb = piece.repeat(500_000 / piece.length());
        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(1), () -> assertThatCode(() -> prose(bomb)).doesNotThrowAnyException());
    }

    static Stream<String> hostile() throws Exception {
        try (var in = ProseTest.class.getResourceAsStream("/hostile.txt")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothing_hostile_comes_through(String line) {
        var set = Jsoup.parse(typesetter.set(prose("<p>x</p>" + line)).html());
        assertThat(set.select("script, style, iframe, object, embed, form, svg, math, link, meta, base"))
                .isEmpty();
        assertThat(set.select("[href], [src]"))
                .allSatisfy(element -> assertThat(element.attr("href") + element.attr("src"))
                        .matches("(?i)(https?:|mailto:|/api/v1/images/|#).*"));
        assertThat(set.body().html()).doesNotContainPattern("(?i)<[^>]*\\son\\w+=");
    }

    private static String prose(String html) {
        return Prose.markdown(
                html,
                PAGE,
                (address, _, _) -> address.equals("here.png")
                        ? Optional.of(new Phrases.Pictures.Found(ID, "Two"))
                        : Optional.empty());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
