package org.sistercities.quickstart;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** What the user sees while things start: one line each, with the seconds since the beginning. */
final class Progress {
    private final PrintStream out;
    private final long began;
    private final Map<String, Duration> steps = new LinkedHashMap<>();

    Progress(PrintStream out) {
        this.out = out;
        this.began = System.nanoTime() - sinceJavaStarted().toNanos();
    }

    void say(String line) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(elapsed()), line);
    }

    /** Prints text as it is. */
    void print(String text) {
        out.println(text);
    }

    /** Does one thing and says how long it took. */
    <T> T step(String name, Callable<T> work) throws Exception {
        var start = System.nanoTime();
        var result = work.call();
        done(name, Duration.ofNanos(System.nanoTime() - start));
        return result;
    }

    synchronized void done(String name, Duration taken) {
        steps.put(name, taken);
        say("%-16s ready after %.1f s".formatted(name, seconds(taken)));
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** All steps with their durations; many ran at the same time, so they do not add up. */
    synchronized String summary() {
        return steps.entrySet().stream()
                .map(step -> "%s %.1f s".formatted(step.getKey(), seconds(step.getValue())))
                .collect(Collectors.joining(", "));
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private static Duration sinceJavaStarted() {
        return Duration.ofMillis(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime());
    }
}
