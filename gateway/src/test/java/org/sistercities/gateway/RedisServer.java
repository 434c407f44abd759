package org.sistercities.gateway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.sistercities.backing.FreePort;

/** A real Redis that keeps nothing on disk, from the {@code redis-server} on the PATH; it can be killed, and made to hang. */
final class RedisServer implements AutoCloseable {
    final int port = FreePort.any();
    private Process process;

    /** Skips the tests of whoever asks, and says so, where there is none. */
    static RedisServer start() {
        var isInstalled = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "redis-server")));
        if (!isInstalled) System.err.println("WARNING: no redis-server is installed, so NOTHING shared was tested");
        assumeTrue(isInstalled, "no redis-server on the PATH (Debian: apt-get install redis-server)");
        var server = new RedisServer();
        Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
        server.restart();
        return server;
    }

    void restart() {
        try {
            process = new ProcessBuilder(
                            "redis-server",
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--appendonly",
                            "no")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(1, TimeUnit.MINUTES).until(() -> !FreePort.isFree(port));
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** It keeps its connections, takes more, and says nothing. */
    void hang() {
        signal("STOP");
    }

    void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
