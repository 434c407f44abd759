package org.sistercities.city.imports;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
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

        var exported = exported();
        assertThat(pairs(exported)).isEqualTo(pairs(list));
        assertThat(lists.imported(exported, ADMINISTRATOR)).satisfies(told -> {
            assertThat(told.unchanged()).isEqualTo(PAIRS);
            assertThat(told.rejected()).isZero();
        });
    }

    private String exported() {
        return http.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                .build()
                .get()
                .uri("/api/v1/partnerships/export.csv")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    /** Both ids, the lower first, and the year of each line. */
    private static Set<String> pairs(String list) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var lines = CSVParser.parse(list, format)) {
            return lines.stream()
                    .map(line -> Stream.of(line.get("cityAId"), line.get("cityBId"))
                                    .map(id -> id.replace("gn", ""))
                                    .sorted()
                                    .collect(joining(" "))
                            + " "
                            + line.get("sinceYear").replaceFirst("^0", ""))
                    .collect(toSet());
        }
    }
}
