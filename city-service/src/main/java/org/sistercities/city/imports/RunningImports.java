package org.sistercities.city.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sistercities.city.imports.ListedPair.BadLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Runs imports beside the requests. */
@Component
class RunningImports implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(RunningImports.class);

    private final Imports imports;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("import-", 1).factory());

    RunningImports(Imports imports) {
        this.imports = imports;
    }

    /** Begins an import and returns its id; the file is deleted in the end. */
    String start(Path file, ListImport list, boolean dryRun, String by) {
        var id = UUID.randomUUID().toString();
        imports.started(id, dryRun, by);
        threads.execute(() -> run(id, file, list));
        return id;
    }

    private void run(String id, Path file, ListImport list) {
        // not Files.newBufferedReader: bytes that are no UTF-8 spoil a name, not the import
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            list.run(reader, new Progress(id, imports));
            imports.done(id);
        } catch (BadLine e) {
            imports.failed(id, "Nothing was read: " + e.why() + ".");
        } catch (IOException | RuntimeException e) {
            log.error("Import {} broke off", id, e);
            imports.interrupted(id);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is cut off is told as interrupted when its run has been silent for a while. */
    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
