package org.sistercities.city.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The partnerships of the real network, where their list lies beside the project; in a database of its own. */
@DirtiesContext
@TestPropertySource(properties = "the.whole.list=a context, and so a database, that other tests do not share")
@DisplayNameGeneration(ReplaceUnderscores.class)
class WholeListTest extends CityServiceTest {
    private static final Path LIST = Path.of("../../shared/data/partnerships.csv");
    private static final long PAIRS = 30_971;

    @Test
    void is_imported_whole_and_nothing_of_it_twice() throws IOException {
        assumeTrue(Files.isReadable(LIST), "no list beside the project");
        var lists = new ListsOverHttp(http);
        var list = Files.readString(LIST);

        var first = lists.imported(list, ADMINISTRATOR);
        var again = lists.imported(list, ADMINISTRATOR);

        assertThat(first).satisfies(told -> {
            assertThat(told.state()).isEqualTo("DONE");
            assertThat(told.read()).isEqualTo(PAIRS);
            assertThat(told.recorded() + told.unchanged()).isEqualTo(PAIRS);
            assertThat(told.rejected()).isZero();
        });
        assertThat(again.recorded()).isZero();
        assertThat(again.unchanged()).isEqualTo(PAIRS);
    }
}
