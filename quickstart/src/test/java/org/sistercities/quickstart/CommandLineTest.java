package org.sistercities.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandLineTest {
    private static final Path HOME = Path.of("/home");

    @Test
    void nothing_said_is_port_8080_with_sample_data_beside_the_project() {
        assertThat(parse()).isEqualTo(new CommandLine(8080, false, false, true, HOME.resolve(".quickstart")));
    }

    @Test
    void everything_can_be_said_in_any_order() {
        assertThat(parse("--reset", "--data", "/tmp/x", "--no-sample-data", "--free-ports", "--port", "0"))
                .isEqualTo(new CommandLine(0, true, true, false, Path.of("/tmp/x")));
    }

    @Test
    void a_folder_is_the_users_relative_to_where_the_user_is() {
        assertThat(parse("--data", "x").data()).isEqualTo(Path.of("x").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--prot 1", "8080", "--port", "--port -1", "--port 65536", "--port 99999999999", "--data --reset"
            })
    void what_is_not_understood_is_refused(String line) {
        assertThatExceptionOfType(CommandLine.NotUnderstood.class)
                .isThrownBy(() -> parse(line.split(" ")))
                .withMessageContaining("./start --help");
    }

    private static CommandLine parse(String... arguments) {
        return CommandLine.parse(HOME, List.of(arguments));
    }
}
