package org.sistercities.backing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a JVM of its own, so that it can be killed. */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final String address;

    private ServerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts a main class that prints {@code READY address} when its server can be used. */
    public static ServerProcess start(Class<?> main, Path directory, String... jvmOptions) throws IOException {
        var command = Stream.of(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1"),
                        List.of(jvmOptions),
                        List.of("-cp", System.getProperty("java.class.path"), main.getName(), directory.toString()))
                .flatMap(List::stream)
                .toList();
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY ")) {
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {})); // or it blocks when the pipe is full
                return new ServerProcess(process, line.substring("READY ".length()));
            }
        }
        throw new IllegalStateException(main.getSimpleName() + " ended before it was ready");
    }

    /** To be called by the main classes, last. */
    public static void ready(String address) throws InterruptedException {
        System.out.println("READY " + address);
        Thread.sleep(TimeUnit.HOURS.toMillis(1));
    }

    public String address() {
        return address;
    }

    /** Like kill -9: nothing is flushed, no hook runs. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
