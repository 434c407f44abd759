package org.sistercities.backing.mongo;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.sistercities.backing.mongo.Journal.Change;

/**
 * Commits of the store. Each holds the number of the journal file that goes on from it, so that after a crash the last one
 * and the files from its number on make up everything that was acknowledged.
 */
final class Checkpoints {
    private static final String GENERATION = "generation";
    private static final long NONE = -1;

    private final MVStore store;
    private final MVMap<String, Long> state;
    private long running = NONE;

    Checkpoints(MVStore store) {
        this.store = store;
        this.state = store.openMap("journal");
    }

    /** Replays what the last checkpoint lacks, makes a new one of it and starts an empty journal. */
    JournalFiles recover(Path directory, Consumer<Change> change) {
        long from = state.getOrDefault(GENERATION, 0L);
        long next = Math.max(JournalFiles.replay(directory, from, change), from + 1);
        begin(next);
        complete();
        return new JournalFiles(directory, from, next);
    }

    /** Notes the roots of the maps, with the writing lock held; their pages never change and are written in the background. */
    void begin(long generation) {
        state.put(GENERATION, generation);
        running = store.tryCommit();
        if (running == NONE) {
            throw new IllegalStateException("the store is busy or closed");
        }
    }

    boolean isRunning() {
        return running > store.getFileStore().lastChunkVersion();
    }

    /** Waits until the operating system has the one begun. */
    void complete() {
        store.getFileStore().executeFileStoreOperation(() -> {}); // its turn comes after the commits begun before
        if (isRunning()) {
            throw new IllegalStateException("a checkpoint could not be written");
        }
    }
}
