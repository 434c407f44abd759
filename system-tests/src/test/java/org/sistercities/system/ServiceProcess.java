package org.sistercities.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sistercities.backing.FreePort;

/** One service as its own process, started from its jar with this module's test classes beside it. */
final class ServiceProcess implements AutoCloseable {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private final Process process;
    private final int port;
    private final Path log;

    private ServiceProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts it and waits until it is ready; {@code properties} are {@code name=value}. */
    static ServiceProcess start(String module, List<String> properties) throws IOException {
        return start(module, FreePort.any(), properties);
    }

    /** The same at a port of the caller's choice. */
    static ServiceProcess start(String module, int port, List<String> properties) throws IOException {
        int management = FreePort.any();
        var log = Files.createTempFile(module + "-", ".log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dloader.path=" + Path.of("target", "test-classes").toAbsolutePath(),
                "-cp",
                jar(module).toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher",
                "--server.port=" + port,
                "--management.server.port=" + management));
        properties.forEach(property -> command.add("--" + property));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var service = new ServiceProcess(process, port, log);
        service.waitUntilReady(management);
        return service;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Its exit code, once it has died of itself. */
    int awaitDeath() throws InterruptedException, IOException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) throw new AssertionError("still alive:\n" + Files.readString(log));
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void waitUntilReady(int management) throws IOException {
        var health = new Http("http://127.0.0.1:" + management);
        for (var patience = System.nanoTime() + Duration.ofMinutes(3).toNanos(); System.nanoTime() < patience; ) {
            if (!process.isAlive()) throw new AssertionError("did not start:\n" + Files.readString(log));
            if (health.isOk("/actuator/health/readiness")) return;
            Http.pause(Duration.ofMillis(200));
        }
        close();
        throw new AssertionError("not ready:\n" + Files.readString(log));
    }

    private static Path jar(String module) throws IOException {
        try (var jars = Files.newDirectoryStream(ROOT.resolve(module).resolve("target"), module + "-*.jar")) {
            for (var jar : jars) if (!jar.toString().contains("-tests")) return jar;
        }
        throw new IllegalStateException("package " + module + " first");
    }
}
