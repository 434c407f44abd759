package org.sistercities.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./start} runs, started as a newcomer would, on free ports and with data of its own. */
final class RunningQuickstart implements AutoCloseable {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration TO_BE_READY = Duration.ofMinutes(5);

    private static RunningQuickstart shared;

    /** Null when somebody else has started it. */
    private final Process process;

    private final JsonNode run;

    private RunningQuickstart(Process process, JsonNode run) {
        this.process = process;
        this.run = run;
    }

    /** Starts it and waits until it says that it is ready. */
    static RunningQuickstart start(Path data) throws IOException {
        var runFile = data.resolve("run.json");
        Files.createDirectories(data);
        Files.deleteIfExists(runFile);
        var log = data.resolve("start.log");
        var process = new ProcessBuilder(
                        ROOT.resolve("start").toString(), "--no-build", "--port", "0", "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        for (long patience = System.nanoTime() + TO_BE_READY.toNanos(); !Files.exists(runFile); ) {
            if (!process.isAlive()) throw new AssertionError("./start ended:\n" + Files.readString(log));
            if (System.nanoTime() > patience) {
                process.destroy();
                throw new AssertionError("./start is not ready:\n" + Files.readString(log));
            }
            Http.pause(Duration.ofMillis(200));
        }
        return new RunningQuickstart(process, JsonMapper.shared().readTree(Files.readString(runFile)));
    }

    /**
     * One that the tests share whose traces disturb no other: the one that the property {@code site.data} names, or one that is started
     * for the first of them and ends with them.
     */
    static synchronized RunningQuickstart shared() throws IOException {
        var running = System.getProperty("site.data", "");
        if (!running.isEmpty()) return attach(Path.of(running));
        if (shared == null) {
            shared = start(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "quickstart-"));
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** One that somebody has started; it goes on when this is closed. */
    static RunningQuickstart attach(Path data) throws IOException {
        return new RunningQuickstart(null, JsonMapper.shared().readTree(Files.readString(data.resolve("run.json"))));
    }

    /** A request to the gateway, to be completed with method and headers; GET as it is. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(run.path("gateway").asString() + path))
                .timeout(Duration.ofSeconds(60));
    }

    /** Where visitors find it. */
    String address() {
        return run.path("gateway").asString();
    }

    Http gateway() {
        return new Http(run.path("gateway").asString());
    }

    /** The Authorization header of one of the development issuer's clients. */
    String bearer(String client) {
        var basic =
                Base64.getEncoder().encodeToString((client + ":" + secret(client)).getBytes(StandardCharsets.UTF_8));
        var answer = new Http(run.path("tokenEndpoint").asString())
                .send(
                        "POST",
                        "",
                        Http.form(Map.of("grant_type", "client_credentials")),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        "Basic " + basic)
                .expect(200);
        return "Bearer " + answer.body().path("access_token").asString();
    }

    /** One of its processes: a service's, or {@code launcher} for the one that holds Kafka and MongoDB. */
    ProcessHandle processOf(String name) {
        var pid = name.equals("launcher")
                ? run.path("launcher").asLong()
                : run.path("services").path(name).path("pid").asLong();
        return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError(name + " does not run"));
    }

    /** The services' processes and the launcher's. */
    Map<String, ProcessHandle> processesByName() {
        var names = new ArrayList<>(run.path("services").propertyNames());
        names.add("launcher");
        var processes = new LinkedHashMap<String, ProcessHandle>();
        names.forEach(name -> processes.put(name, processOf(name)));
        return processes;
    }

    List<ProcessHandle> processes() {
        return Stream.concat(processesByName().values().stream(), Stream.of(process.toHandle()))
                .toList();
    }

    /** Ctrl-C, and as long as it takes. */
    @Override
    public void close() {
        if (process == null || !process.isAlive()) return;
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) throw new AssertionError("does not stop");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What somebody signs in with, by the name of their account. */
    String password(String account) {
        return line(Path.of(run.path("clientSecrets").asString()).resolveSibling("passwords"), account);
    }

    private String secret(String client) {
        return line(Path.of(run.path("clientSecrets").asString()), client);
    }

    private static String line(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
