package org.sistercities.content.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TypesetterTest {
    private final Typesetter typesetter = new Typesetter("example.org");

    @Test
    void emphasis_lists_and_quotes_are_what_they_look_like() {
        assertThat(html("There was one ceremony and *two* rooms.\n\n- Lockport\n- Asiago"))
                .isEqualToIgnoringWhitespace(
                        "<p>There was one ceremony and <em>two</em> rooms.</p><ul><li>Lockport</li><li>Asiago</li></ul>");
        assertThat(html("> Nobody had to travel")).contains("<blockquote>");
    }

    @Test
    void a_heading_has_an_id_to_link_to() {
        assertThat(html("## Two rooms\n\n## Two rooms"))
                .contains("<h2 id=\"h-two-rooms\">Two rooms</h2>", "<h2 id=\"h-two-rooms-1\">");
    }

    @Test
    void tables_and_footnotes_work() {
        assertThat(html("| City | Since |\n| :-- | --: |\n| Kobe | 1957 |"))
                .contains("<th align=\"left\">City</th>", "<td align=\"right\">1957</td>");
        assertThat(html("So they say.[^1]\n\n[^1]: The minutes of the meeting."))
                .contains("href=\"#fn-1\"", "id=\"fnref-1\"", "<li id=\"fn-1\">", "href=\"#fnref-1\"");
    }

    @Test
    void a_plain_address_becomes_a_link() {
        assertThat(html("See https://medium.com/p/1 for more.")).contains("<a href=\"https://medium.com/p/1\"");
    }

    @Test
    void links_to_other_sites_say_so_and_our_own_do_not() {
        assertThat(html("[a](https://medium.com/p/1)")).contains("rel=\"external noopener noreferrer\"");
        assertThat(html("[a](https://example.org/stories/x) [b](/stories/y) [c](#h-z)"))
                .doesNotContain("rel=");
        assertThat(html("[a](https://example.org.evil.example/)")).contains("rel=");
    }

    @Test
    void an_image_of_the_web_stays_and_is_told() {
        var rendition = typesetter.set("![The two mayors](https://img.example/a.jpg?x=1&y=2)");

        assertThat(rendition.html()).contains("alt=\"The two mayors\"", "loading=\"lazy\"");
        assertThat(rendition.images()).containsExactly("https://img.example/a.jpg?x=1&y=2");
    }

    @Test
    void the_words_are_there_without_marks() {
        assertThat(typesetter
                        .set("# Gala\n\nMore than **400** guests & *friends* <3[^1]\n\n[^1]: Counted.")
                        .text())
                .startsWith("Gala More than 400 guests & friends <3");
    }

    @Test
    void the_opening_is_of_paragraphs_and_ends_at_a_word() {
        assertThat(typesetter.set("# Gala\n\nIt begins.[^1]\n\n[^1]: Soon.").opening())
                .isEqualTo("It begins.");

        var opening = typesetter
                .set("Ambassadors, diplomats and friends. ".repeat(40))
                .opening();
        assertThat(opening).endsWith("…").hasSizeLessThanOrEqualTo(301);
        assertThat(opening.substring(0, opening.length() - 1)).matches(".*\\b(Ambassadors|diplomats|and|friends)");
    }

    @Test
    void a_text_without_spaces_is_shortened_between_signs() {
        assertThat(Words.shortened("姉妹都市".repeat(100), 20))
                .hasSizeBetween(10, 21)
                .endsWith("…");
        assertThat(Words.shortened("🤝".repeat(30), 21)).matches("(🤝)+…");
        assertThat(Words.shortened("x".repeat(50), 20)).isEqualTo("x".repeat(19) + "…");
    }

    private String html(String markdown) {
        return typesetter.set(markdown).html();
    }
}
