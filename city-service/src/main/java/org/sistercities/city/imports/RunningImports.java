package org.sistercities.city.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Runs imports beside the requests. */
@Component
class RunningImports implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(RunningImports.class);

    private final Imports imports;
    private final PairCheck check;
    private final PartnershipRecorder recorder;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("import-", 1).factory());

    RunningImports(Imports imports, PairCheck check, PartnershipRecorder recorder) {
        this.imports = imports;
        this.check = check;
        this.recorder = recorder;
    }

    /** Begins an import and returns its id; the file is deleted in the end. */
    String start(Path file, String by) {
        var id = UUID.randomUUID().toString();
        imports.started(id, by);
        threads.execute(() -> run(id, file, by));
        return id;
    }

    private void run(String id, Path file, String by) {
        try {
            new PartnershipImport(id, by, imports, check, recorder).run(file);
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
