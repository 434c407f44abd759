package org.sistercities.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessagesTest {
    private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z.-]+)[}(]|messages\\.msg\\('([a-zA-Z.-]+)'[,)]");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[,}]");

    private final Properties english = read("/messages.properties");
    private final Properties german = read("/messages_de.properties");

    @Test
    void both_languages_say_the_same_things() {
        assertThat(german.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @Test
    void both_languages_speak_of_the_same_facts() {
        for (var key : english.stringPropertyNames())
            assertThat(facts(german.getProperty(key))).as(key).isEqualTo(facts(english.getProperty(key)));
    }

    @Test
    void nothing_is_left_unsaid() {
        assertThat(german.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    }

    /** A straight apostrophe would begin a quotation in a message with arguments. */
    @Test
    void apostrophes_are_typographic() {
        assertThat(english.values()).noneMatch(text -> text.toString().contains("'"));
        assertThat(german.values()).noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void templates_say_nothing_there_is_no_message_for() throws IOException {
        try (var templates = Files.list(Path.of("src/main/resources/templates"))) {
            var used = templates
                    .flatMap(template -> USED.matcher(text(template)).results())
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .filter(key -> !key.endsWith("."))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(used).hasSizeGreaterThan(100).allMatch(english::containsKey);
        }
    }

    private static TreeSet<String> facts(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties read(String file) {
        var properties = new Properties();
        try (var in =
                new InputStreamReader(Objects.requireNonNull(MessagesTest.class.getResourceAsStream(file)), UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
