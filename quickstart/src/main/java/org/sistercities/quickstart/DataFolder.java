package org.sistercities.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Everything a quick start keeps between runs. */
record DataFolder(Path root) {

    static DataFolder at(Path root) {
        try {
            Files.createDirectories(root);
            Files.createDirectories(root.resolve("logs"));
            return new DataFolder(root);
        } catch (IOException e) {
            throw new Refused("Cannot write to " + root + ": " + e.getMessage(), e);
        }
    }

    /** MongoDB's and Kafka's files. */
    Path backing() {
        return root.resolve("backing");
    }

    /** The issuer's key and its clients' secrets. */
    Path identity() {
        return root.resolve("identity");
    }

    /** What was paid at the payment provider. */
    Path payments() {
        return root.resolve("payments.json");
    }

    /** One log a process. */
    Path logs() {
        return root.resolve("logs");
    }

    /** The services' unpacked jars and their AOT caches; they hold no data and survive a reset. */
    Path apps() {
        return root.resolve("apps");
    }

    /** There once the sample data is in the databases. */
    Path sampleDataLoaded() {
        return root.resolve("sample-data-loaded");
    }

    /** Held while a quick start uses the folder. */
    Path lock() {
        return root.resolve("lock");
    }

    /** What is running and where, for programs; there only while everything is ready. */
    Path run() {
        return root.resolve("run.json");
    }

    /** Deletes the data, and nothing else that may lie in the folder. */
    void reset() {
        List.of(backing(), identity(), payments(), logs(), sampleDataLoaded(), run())
                .forEach(DataFolder::delete);
        at(root);
    }

    void forgetRun() {
        delete(run());
    }

    /** The path as a user in this directory would type it. */
    String shown(Path path) {
        var here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }

    private static void delete(Path path) {
        if (!Files.exists(path)) return;
        try (var below = Files.walk(path)) {
            for (var each : below.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
