package org.sistercities.backing.mongo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A MongoDB for trying and testing, in this process, its data in one directory. Production is a real MongoDB.
 *
 * <p>An acknowledged write survives the death of the process; a reader never sees half a write; unique keys are unique.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final long CHECKPOINT_BYTES = 8L << 20;

    private final MVStore store;
    private final GroupCommit commits;
    private final WireServer server;

    private EmbeddedMongo(MVStore store, Path directory, int port, long checkpointBytes) {
        this.store = store;
        var lock = new ReentrantReadWriteLock();
        var journal = new Journal();
        var backend = new StoredBackend(store, journal);
        var checkpoints = new Checkpoints(store);
        var files = checkpoints.recover(directory, backend::redo);
        journal.endCommand();
        journal.take(); // what recovery did is in the checkpoint it made
        var compaction = new Compaction(store);
        if (compaction.isUseful()) {
            compaction.step();
        }
        this.commits = new GroupCommit(journal, files, checkpoints, compaction, lock.writeLock(), checkpointBytes);
        try {
            this.server = new WireServer(new Commands(backend, commits, lock), port);
        } catch (RuntimeException e) {
            commits.close();
            throw e;
        }
    }

    /**
     * Starts a server on the loopback address.
     *
     * @param directory where the data is kept; made if absent, and locked while the server runs
     * @param port 0 for a free one
     * @throws IllegalStateException if the data is in use or the port is taken
     */
    public static EmbeddedMongo start(Path directory, int port) {
        return start(directory, port, CHECKPOINT_BYTES);
    }

    /** For tests: a small number of bytes makes for many checkpoints. */
    static EmbeddedMongo start(Path directory, int port, long checkpointBytes) {
        var store = open(directory);
        try {
            return new EmbeddedMongo(store, directory, port, checkpointBytes);
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw new IllegalStateException("cannot start a MongoDB on port " + port + ": " + e.getMessage(), e);
        }
    }

    private static MVStore open(Path directory) {
        try {
            Files.createDirectories(directory);
            var store = new MVStore.Builder()
                    .fileName(directory.resolve("mongo.mv.db").toString())
                    .autoCommitDisabled()
                    .cacheSize(cacheMegabytes())
                    .open();
            // Space is reused at once; the usual 45 s protect against a power cut, and let a busy file grow by
            // gigabytes.
            store.setRetentionTime(0);
            store.setVersionsToKeep(0);
            // Starts the threads that write checkpoints, but never makes one by itself.
            store.setAutoCommitDelay(Integer.MAX_VALUE);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MVStoreException e) {
            throw new IllegalStateException("cannot open the MongoDB data in " + directory + ": " + e.getMessage(), e);
        }
    }

    private static int cacheMegabytes() {
        return Math.clamp(Runtime.getRuntime().maxMemory() / (4 << 20), 16, 256);
    }

    public int port() {
        return server.port();
    }

    /** A connection string for {@code spring.mongodb.uri} or a driver. */
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + port() + "/" + database;
    }

    /** Stops accepting commands, commits what was written and closes the file. */
    @Override
    public void close() {
        server.close();
        commits.close();
        store.close();
    }
}
