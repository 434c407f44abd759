package org.sistercities.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out who listens on a port: from /proc on Linux, from {@code lsof} elsewhere. */
final class PortOwner {
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** A few words about the process, such as {@code pid 4711 (python3 -m http.server 8080)}. */
    static String describe(int port) {
        return find(port)
                .map(process -> "pid " + process.pid() + commandOf(process))
                .orElse("a process this user may not look at");
    }

    static Optional<ProcessHandle> find(int port) {
        try {
            return Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
        } catch (IOException | DirectoryIteratorException e) {
            return Optional.empty();
        }
    }

    private static String commandOf(ProcessHandle process) {
        var command = process.info().commandLine().or(() -> process.info().command());
        return command.map(text -> " (" + (text.length() > 100 ? text.substring(0, 99) + "…" : text) + ")")
                .orElse("");
    }

    private static Optional<ProcessHandle> fromProc(int port) throws IOException {
        var sockets = Stream.concat(sockets("tcp", port), sockets("tcp6", port)).collect(Collectors.toSet());
        if (sockets.isEmpty()) return Optional.empty();
        return ProcessHandle.allProcesses()
                .filter(process -> holdsOneOf(sockets, process))
                .findFirst();
    }

    /** The listening sockets on a port as they appear among a process's open files. */
    private static Stream<String> sockets(String table, int port) throws IOException {
        var suffix = ":%04X".formatted(port);
        return Files.readAllLines(Path.of("/proc/net/" + table)).stream()
                .map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns[1].endsWith(suffix) && columns[3].equals(LISTENING))
                .map(columns -> "socket:[" + columns[9] + "]");
    }

    private static boolean holdsOneOf(Set<String> sockets, ProcessHandle process) {
        try (var files = Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            for (var file : files)
                if (sockets.contains(Files.readSymbolicLink(file).toString())) return true;
            return false;
        } catch (IOException | DirectoryIteratorException e) {
            return false; // gone meanwhile, or somebody else's
        }
    }

    private static Optional<ProcessHandle> fromLsof(int port) throws IOException {
        var lsof = new ProcessBuilder("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-t").start();
        try (var output = lsof.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
        }
    }
}
