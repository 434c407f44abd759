package org.sistercities.system;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The CPU time processes have had between two moments. */
final class CpuTime {
    private final Map<String, ProcessHandle> processes;
    private final Map<String, Duration> before = new LinkedHashMap<>();

    CpuTime(Map<String, ProcessHandle> processes) {
        this.processes = processes;
        processes.forEach((name, process) -> before.put(name, now(process)));
    }

    /** Milliseconds for each of so many requests, process by process. */
    String perRequest(int requests) {
        return processes.keySet().stream()
                .map(name -> "%s %.3f".formatted(name, millis(name) / requests))
                .collect(Collectors.joining(", ", "CPU ms a request: ", ""));
    }

    private double millis(String name) {
        return now(processes.get(name)).minus(before.get(name)).toNanos() / 1e6;
    }

    private static Duration now(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }
}
