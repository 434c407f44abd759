package org.sistercities.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PageTest {
    private static final List<Integer> NUMBERS = List.of(1, 2, 3, 4, 5, 6, 7);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8, 100})
    void page_after_page_is_the_whole_list(int limit) {
        var read = new ArrayList<Integer>();
        String next = Offset.START;
        while (next != null) {
            var page = Page.of(NUMBERS, Offset.valueOf(next), limit);
            assertThat(page.items()).isNotEmpty().hasSizeLessThanOrEqualTo(limit);
            read.addAll(page.items());
            next = page.next();
        }

        assertThat(read).isEqualTo(NUMBERS);
    }

    @Test
    void behind_the_end_there_is_nothing() {
        assertThat(Page.of(NUMBERS, new Offset(99_999_999), 3)).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void one_more_than_fits_tells_that_another_page_follows() {
        assertThat(Page.of(List.of("a", "b", "c"), 2, item -> "after " + item))
                .isEqualTo(new Page<>(List.of("a", "b"), "after b"));
        assertThat(Page.of(List.of("a", "b"), 2, item -> "after " + item))
                .isEqualTo(new Page<>(List.of("a", "b"), null));
    }

    @Test
    void the_last_page_says_so() {
        var json = JsonMapper.builder()
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();

        assertThat(json.writeValueAsString(new Page<>(List.of(1), null))).isEqualTo("{\"items\":[1],\"next\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "x", "123456789", "١"})
    void refuses_an_offset_it_never_gave(String text) {
        assertThatThrownBy(() -> Offset.valueOf(text)).isInstanceOf(UnknownCursor.class);
    }
}
