package org.sistercities.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sistercities.system.crash.Server;

/** A process that is killed and started again at the same address. */
final class Killable implements AutoCloseable {
    private final String name;
    private final int port;
    private final Starting starting;
    private final AtomicBoolean restarting = new AtomicBoolean();
    private volatile Runnable kill;

    /** Starts a process, and returns when it can be used how to kill it. */
    private interface Starting {
        Runnable start() throws IOException;
    }

    private Killable(String name, int port, Starting starting) throws IOException {
        this.name = name;
        this.port = port;
        this.starting = starting;
        this.kill = starting.start();
    }

    static Killable server(Server server, Path directory, int port) throws IOException {
        Files.createDirectories(directory);
        return new Killable(server.name().toLowerCase(), port, () -> start(server, directory, port));
    }

    static Killable replica(String module, int port, List<String> properties) throws IOException {
        return new Killable(module + ":" + port, port, () -> ServiceProcess.start(module, port, properties)::close);
    }

    /** Where it answers, if it speaks HTTP. */
    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** As kill -9 does; false when it is just being started again. */
    boolean killAndStartAgain() {
        if (!restarting.compareAndSet(false, true)) return false;
        try {
            kill.run();
            kill = starting.start();
            return true;
        } catch (IOException e) {
            throw new IllegalStateException(name + " does not come back", e);
        } finally {
            restarting.set(false);
        }
    }

    @Override
    public void close() {
        kill.run();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Runnable start(Server server, Path directory, int port) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                Server.class.getName(),
                server.name(),
                directory.toString(),
                String.valueOf(port)));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolveSibling(server + ".log").toFile()))
                .start();
        for (var patience = System.nanoTime() + Duration.ofMinutes(3).toNanos(); System.nanoTime() < patience; ) {
            if (!process.isAlive()) throw new IOException(server + " ended at once: " + process.exitValue());
            if (answers(port)) return process::destroyForcibly;
            Http.pause(Duration.ofMillis(100));
        }
        process.destroyForcibly();
        throw new IOException(server + " does not answer");
    }

    private static boolean answers(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
