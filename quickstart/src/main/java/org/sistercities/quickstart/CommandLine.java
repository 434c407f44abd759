package org.sistercities.quickstart;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;

/**
 * What the user asked for; {@code ./start --help} explains it.
 *
 * @param port the gateway's; 0 takes any free one
 * @param data where data, logs and caches live
 */
record CommandLine(int port, boolean freePorts, boolean reset, boolean sampleData, Path data) {
    static CommandLine parse(Path home, List<String> arguments) {
        var options = new CommandLine(8080, false, false, true, home.resolve(".quickstart"));
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            var name = rest.pop();
            options = switch (name) {
                case "--port" -> options.withPort(port(value(name, rest)));
                case "--free-ports" -> options.withFreePorts();
                case "--reset" -> options.withReset();
                case "--data" -> options.withData(Path.of(value(name, rest)));
                case "--no-sample-data" -> options.withoutSampleData();
                default -> throw new NotUnderstood("There is no option " + name + ".");
            };
        }
        return options;
    }

    private static String value(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty() || rest.element().startsWith("--")) throw new NotUnderstood(option + " needs a value.");
        return rest.pop();
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535)
            throw new NotUnderstood("--port takes a number from 0 to 65535, not " + text + ".");
        return Integer.parseInt(text);
    }

    private CommandLine withPort(int wanted) {
        return new CommandLine(wanted, freePorts, reset, sampleData, data);
    }

    private CommandLine withFreePorts() {
        return new CommandLine(port, true, reset, sampleData, data);
    }

    private CommandLine withReset() {
        return new CommandLine(port, freePorts, true, sampleData, data);
    }

    private CommandLine withoutSampleData() {
        return new CommandLine(port, freePorts, reset, false, data);
    }

    private CommandLine withData(Path folder) {
        return new CommandLine(
                port, freePorts, reset, sampleData, folder.toAbsolutePath().normalize());
    }

    /** The command line says something this program does not know. */
    static final class NotUnderstood extends Refused {
        NotUnderstood(String message) {
            super(message + " See ./start --help.");
        }
    }
}
