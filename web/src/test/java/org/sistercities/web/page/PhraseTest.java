package org.sistercities.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whatever the APIs may say of a form that is not taken, the site says in both languages. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PhraseTest {
    private static final Pattern TYPE = Pattern.compile("`/problems/([a-z-]+)`");
    private static final Pattern SAID =
            Pattern.compile("\"((?:must|cannot be|does not|is not?|is missing)\\b[^\"]*)\"");
    private static final Pattern MESSAGE = Pattern.compile("message = \"([^\"]+)\"");

    /** What no form leads to: conventions of programs, doors that have words of their own, and what the site calls being away. */
    private static final Set<String> NEVER_ON_A_PAGE = Set.of(
            "malformed-idempotency-key",
            "malformed-revision",
            "revision-required",
            "stale-revision",
            "bad-signature",
            "entry-refused",
            "session-over",
            "contended",
            "database-unavailable",
            "service-unavailable",
            "service-timeout",
            "no-sign-in",
            "too-many-requests",
            "too-many-at-once",
            "too-many-uploads",
            "images-away",
            "import-under-way",
            "provider-away",
            "still-loading");

    /** Words about lines of files and about searches, where the report has them as they are. */
    private static final Set<String> NEVER_OF_A_FIELD = Set.of(
            "is not well-formed JSON",
            "is not well-formed: quotes are broken",
            "is no populated place: its feature class is ",
            "is no time from the year ",
            "is no number of degrees",
            "is no number",
            "is no ISO 3166-1 code",
            "cannot be read",
            "lat and lon go together, and withinKm needs both");

    private final Properties german = MessagesTest.read("/messages_de.properties");

    PhraseTest() {
        german.putAll(MessagesTest.read("/problems_de.properties"));
    }

    @Test
    void the_numbers_of_a_phrase_are_what_it_is_about() {
        var phrase = new Phrase("size must be between 1 and 200");

        assertThat(phrase.slug()).isEqualTo("size-must-be-between-and");
        assertThat(phrase.numbers()).containsExactly(1.0, 200.0);
    }

    @Test
    void every_problem_is_told_in_german() {
        var types = found(TYPE, Path.of("../docs/problems.md"));
        types.removeAll(NEVER_ON_A_PAGE);

        assertThat(types).hasSizeGreaterThan(120).allMatch(type -> german.containsKey("problem." + type));
    }

    @Test
    void whatever_is_wrong_with_a_field_is_told_in_german() throws IOException {
        var phrases = new TreeSet<String>();
        for (var module : Set.of("platform", "city-service", "content-service", "events-service"))
            try (var files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (var file :
                        files.filter(file -> file.toString().endsWith(".java")).toList()) {
                    phrases.addAll(found(SAID, file));
                    phrases.addAll(found(MESSAGE, file));
                }
            }
        phrases.removeAll(NEVER_OF_A_FIELD);

        assertThat(phrases)
                .hasSizeGreaterThan(20)
                .allMatch(phrase -> german.containsKey("wrong." + new Phrase(phrase).slug()));
    }

    @Test
    void what_local_policies_warn_of_is_told_in_german() {
        var policy = Path.of("../city-service/src/main/java/org/sistercities/city/policy/LocalPolicy.java");

        assertThat(found(Pattern.compile("Warning\\.of\\(\"([a-z-]+)\""), policy))
                .hasSize(3)
                .allMatch(rule -> german.containsKey("policy." + rule));
    }

    @Test
    void a_message_takes_its_facts_from_the_problem_or_is_not_said() {
        var told = new Told("sold-out", "", false, Map.of(), Map.of("left", "3"));

        assertThat(told.filled("There are {left} left.")).isEqualTo("There are 3 left.");
        assertThat(told.filled("There are {left} of {all}.")).isNull();
    }

    private static TreeSet<String> found(Pattern pattern, Path file) {
        return pattern.matcher(MessagesTest.text(file))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
