package org.sistercities.quickstart.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The launcher in a process of its own, as {@code ./start} runs it once everything is built. Its console output goes to
 * {@code console.log} in the data folder.
 */
public final class QuickstartProcess implements AutoCloseable {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);
    private final JsonMapper json = new JsonMapper();
    private final Process process;
    private final Path data;
    private final JsonNode run;

    private QuickstartProcess(Process process, Path data) throws IOException, InterruptedException {
        this.process = process;
        this.data = data;
        this.run = awaitReady();
    }

    /**
     * Starts it and returns when all is ready.
     *
     * @param home the project's root, with every module packaged
     * @param data where its data goes; the same folder again continues with the same data
     * @param options such as {@code --port 0}
     */
    public static QuickstartProcess start(Path home, Path data, String... options)
            throws IOException, InterruptedException {
        Files.createDirectories(data);
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx768m",
                "-Dsistercities.home=" + home.toAbsolutePath(),
                "-jar",
                home.resolve("quickstart/target/quickstart.jar").toString(),
                "--data",
                data.toString()));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("console.log").toFile())
                .start();
        return new QuickstartProcess(process, data);
    }

    public URI gateway() {
        return URI.create(run.path("gateway").asString());
    }

    /** The process of the launcher, of {@code gateway}, {@code city-service} and so on. */
    public ProcessHandle process(String name) {
        var pid = name.equals("launcher")
                ? process.pid()
                : run.path("services").path(name).path("pid").asLong();
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** All of {@code run.json}. */
    public JsonNode run() {
        return run;
    }

    /** An access token of one of the issuer's clients, such as {@code representative-seattle}. */
    public String token(String client) throws IOException, InterruptedException {
        var secret = Files.readAllLines(Path.of(run.path("clientSecrets").asString())).stream()
                .filter(line -> line.startsWith(client + "="))
                .findFirst()
                .orElseThrow()
                .substring(client.length() + 1);
        var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes());
        var request = HttpRequest.newBuilder(
                        URI.create(run.path("tokenEndpoint").asString()))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString()).body();
            return json.readTree(answer).path("access_token").asString();
        }
    }

    /** As {@code kill -9} does: nothing is stopped in order, the children end by themselves. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private JsonNode awaitReady() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (Files.exists(data.resolve("run.json")))
                return json.readTree(data.resolve("run.json").toFile());
            Thread.sleep(100);
        }
        close();
        throw new UncheckedIOException(new IOException("Not ready:\n" + Files.readString(data.resolve("console.log"))));
    }
}
