package org.sistercities.backing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Lets the servers log warnings only, unless the application's configuration says something else about them. */
final class QuietLogs {
    private static final Map<String, Level> LEVELS = Map.of(
            "kafka", Level.WARN,
            "org.apache.kafka", Level.WARN,
            "org.apache.kafka.controller.QuorumController", Level.ERROR, // warns that it begins its work
            "state.change.logger", Level.WARN,
            "de.bwaldvogel.mongo", Level.WARN,
            "org.testcontainers", Level.WARN,
            "org.testcontainers.dockerclient",
                    Level.OFF, // tells at length that there is no Docker; our one line does too
            "tc", Level.WARN);

    private QuietLogs() {}

    /** Does nothing where logs do not go to logback. */
    static void install() {
        try {
            if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
                install(context);
            }
        } catch (NoClassDefFoundError e) {
            // no logback
        }
    }

    static void install(LoggerContext context) {
        quiet(context);
        context.addListener(new QuietAgain());
    }

    private static void quiet(LoggerContext context) {
        LEVELS.forEach((name, level) -> {
            Logger logger = context.getLogger(name);
            if (logger.getLevel() == null) {
                logger.setLevel(level);
            }
        });
    }

    /** Spring Boot resets the levels when it starts, and then sets those of its configuration. */
    private static final class QuietAgain implements LoggerContextListener {
        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onReset(LoggerContext context) {
            quiet(context);
        }

        @Override
        public void onStart(LoggerContext context) {}

        @Override
        public void onStop(LoggerContext context) {}

        @Override
        public void onLevelChange(Logger logger, Level level) {}
    }
}
