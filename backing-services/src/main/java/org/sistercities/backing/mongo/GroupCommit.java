package org.sistercities.backing.mongo;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the journal, once for all commands that arrived while the write before was running, and lets each command wait for
 * the write that holds its record.
 *
 * <p>Written means that the operating system has it. That survives the death of this process ({@code kill -9}), not a power
 * cut, for which every write would have to be forced to the disk.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Journal journal;
    private final JournalFiles files;
    private final Checkpoints checkpoints;
    private final Compaction compaction;
    private final Lock writing;
    private final long checkpointBytes;
    private final ReentrantLock state = new ReentrantLock();
    private final Condition arrived = state.newCondition();
    private final Condition committed = state.newCondition();
    private final Thread committer;

    private long lastArrived;
    private long lastCommitted;
    private volatile boolean closed;
    private @Nullable RuntimeException failure;

    /**
     * The writing lock is held by whoever changes the store, so that no checkpoint takes half of a command. A checkpoint is
     * made when the journal's file has grown to the number of bytes.
     */
    GroupCommit(
            Journal journal,
            JournalFiles files,
            Checkpoints checkpoints,
            Compaction compaction,
            Lock writing,
            long checkpointBytes) {
        this.journal = journal;
        this.files = files;
        this.checkpoints = checkpoints;
        this.compaction = compaction;
        this.writing = writing;
        this.checkpointBytes = checkpointBytes;
        this.committer =
                Thread.ofPlatform().name("embedded-mongo-commit").daemon().start(this::run);
    }

    /** Ends a command's record; called with the writing lock held. The answer is what to wait for. */
    long enlist() {
        journal.endCommand();
        state.lock();
        try {
            arrived.signal();
            return ++lastArrived;
        } finally {
            state.unlock();
        }
    }

    /** Returns when the operating system has the command's record. */
    void await(long command) {
        state.lock();
        try {
            while (lastCommitted < command) {
                if (failure != null) {
                    throw new IllegalStateException("the write could not be committed", failure);
                }
                committed.awaitUninterruptibly();
            }
        } finally {
            state.unlock();
        }
    }

    private void run() {
        try {
            while (true) {
                if (waitForArrivals()) {
                    commit();
                } else if (closed) {
                    checkpoint(() -> {});
                    return;
                } else if (compaction.isUseful()) {
                    checkpoint(compaction::step);
                }
            }
        } catch (RuntimeException e) {
            log.error("the embedded MongoDB can no longer write", e);
            tell(() -> failure = e);
        }
    }

    /** Returns at the first arrival, or without any after a while. */
    private boolean waitForArrivals() {
        state.lock();
        try {
            long nanos = IDLE_NANOS;
            while (lastArrived == lastCommitted && !closed && nanos > 0) {
                nanos = arrived.awaitNanos(nanos);
            }
            return lastArrived > lastCommitted;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the committer", e);
        } finally {
            state.unlock();
        }
    }

    private void commit() {
        long upTo;
        Journal.Batch batch;
        boolean checkpoint;
        writing.lock();
        try {
            upTo = lastArrived;
            batch = journal.take();
            if (batch.schemaChanged()) {
                checkpoints.complete();
            }
            checkpoint = batch.schemaChanged() || (files.size() > checkpointBytes && !checkpoints.isRunning());
            if (checkpoint) {
                checkpoints.begin(files.generation() + 1);
            }
        } finally {
            writing.unlock();
        }
        files.append(batch.records());
        if (checkpoint) {
            files.next();
        }
        if (batch.schemaChanged()) {
            checkpoints.complete();
        }
        if (!checkpoints.isRunning()) {
            files.forgetOld();
        }
        tell(() -> lastCommitted = upTo);
    }

    /** Makes a checkpoint and does something to the store while nothing else may write to it, nor to the journal. */
    private void checkpoint(Runnable then) {
        writing.lock();
        try {
            files.append(journal.take().records());
            checkpoints.complete();
            checkpoints.begin(files.generation() + 1);
            checkpoints.complete();
            files.next();
            files.forgetOld();
            then.run();
        } finally {
            writing.unlock();
        }
    }

    private void tell(Runnable news) {
        state.lock();
        try {
            news.run();
            committed.signalAll();
        } finally {
            state.unlock();
        }
    }

    /** Commits what is left and stops. */
    @Override
    public void close() {
        state.lock();
        try {
            closed = true;
            arrived.signal();
        } finally {
            state.unlock();
        }
        try {
            committer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        files.close();
        tell(() -> failure = new IllegalStateException("the server was stopped"));
    }
}
