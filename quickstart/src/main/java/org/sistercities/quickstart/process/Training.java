package org.sistercities.quickstart.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** A training run: when it ends well, its AOT cache is put where the next start looks; otherwise there just is none. */
record Training(ServiceProcess process, Path output, Path cache) {
    private static final Duration LONG_ENOUGH_TO_WRITE = Duration.ofMinutes(3);

    /** Stops the run, waits until the cache is written, and says whether there is one now. */
    boolean finish() throws IOException {
        process.stop();
        process.awaitEnd(LONG_ENOUGH_TO_WRITE);
        if (!Files.exists(output)) return false;
        Files.move(output, cache, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }
}
