package org.sistercities.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Programs rely on a problem's type, so each one stands in docs/problems.md. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentedProblemsIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern REJECTION = Pattern.compile("class (\\w+) extends Rejection");

    @Test
    void every_rejection_is_in_the_list_of_problems() throws IOException {
        var documented = Files.readString(ROOT.resolve("docs/problems.md"));
        try (var sources = Files.walk(ROOT)) {
            var types = sources.filter(DocumentedProblemsIT::isMainSource)
                    .flatMap(DocumentedProblemsIT::rejections)
                    .toList();
            assertThat(types)
                    .hasSizeGreaterThan(30)
                    .allSatisfy(type -> assertThat(documented).contains("`/problems/" + type + "`"));
        }
    }

    private static boolean isMainSource(Path file) {
        var path = ROOT.relativize(file).toString();
        return path.matches("[^/]+/src/main/java/.*\\.java");
    }

    private static Stream<String> rejections(Path file) {
        try {
            return REJECTION
                    .matcher(Files.readString(file))
                    .results()
                    .map((MatchResult found) -> found.group(1)
                            .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                            .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                            .toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
