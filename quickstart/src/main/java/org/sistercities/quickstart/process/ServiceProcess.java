package org.sistercities.quickstart.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One running child. */
public final class ServiceProcess {
    private final String name;
    private final Process process;
    private final Log log;

    private ServiceProcess(String name, Process process, Log log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts a child on this machine's Java, its output going to a log of its own. */
    static ServiceProcess start(String name, List<String> wrapper, List<String> javaArguments, Path logFile)
            throws IOException {
        var command = new ArrayList<>(wrapper);
        command.add(Jvm.command());
        command.addAll(javaArguments);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(logFile.toFile())
                .start();
        return new ServiceProcess(name, process, new Log(logFile));
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public Log log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with this when the process has ended. */
    public CompletableFuture<ServiceProcess> ended() {
        return process.onExit().thenApply(_ -> this);
    }

    /** What the process told the system at its end; 128 and more is a signal. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Asks it to end. */
    public void stop() {
        process.destroy();
    }

    /** Waits for its end, and enforces it when that takes too long. */
    public void awaitEnd(Duration patience) {
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** Ends it at once, with whatever it has started itself. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
