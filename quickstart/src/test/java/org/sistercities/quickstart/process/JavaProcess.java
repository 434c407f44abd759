package org.sistercities.quickstart.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A main class of the tests, running in a JVM of its own on the tests' class path. */
public final class JavaProcess {
    private final Process process;
    private final BufferedReader output;

    private JavaProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    public static JavaProcess start(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.addAll(List.of(Jvm.command(), "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new JavaProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next line it prints; null when it has ended. */
    public String readLine() throws IOException {
        return output.readLine();
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
