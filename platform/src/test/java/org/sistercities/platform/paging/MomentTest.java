package org.sistercities.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MomentTest {

    @Test
    void comes_back_as_it_was_given() {
        var cursor = new Moment(Instant.parse("2014-10-08T00:00:00.123Z"), "story 1");

        assertThat(Moment.valueOf(cursor.toString())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "bm90IG9uZQ", "MTIz", "OTk5OTk5OTk5OTk5OTk5OTk5OTkgeA"})
    void refuses_what_it_never_gave(String text) {
        assertThatThrownBy(() -> Moment.valueOf(text)).isInstanceOf(UnknownCursor.class);
    }
}
