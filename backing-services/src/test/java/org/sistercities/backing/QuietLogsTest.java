package org.sistercities.backing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuietLogsTest {
    private final LoggerContext logs = new LoggerContext();

    @Test
    void the_servers_warn_only_also_after_spring_boot_started_its_logging() {
        QuietLogs.install(logs);
        logs.reset();
        assertThat(logs.getLogger("kafka.server.BrokerServer").getEffectiveLevel())
                .isEqualTo(Level.WARN);
        assertThat(logs.getLogger("org.sistercities").getEffectiveLevel()).isEqualTo(Level.DEBUG);
    }

    @Test
    void the_application_has_the_last_word() {
        logs.getLogger("kafka").setLevel(Level.TRACE);
        QuietLogs.install(logs);
        assertThat(logs.getLogger("kafka.server.BrokerServer").getEffectiveLevel())
                .isEqualTo(Level.TRACE);
    }
}
