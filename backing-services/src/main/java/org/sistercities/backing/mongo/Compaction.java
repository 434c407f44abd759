package org.sistercities.backing.mongo;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/** Gives back the space of overwritten pages: each checkpoint writes new ones, so the file grows while there are writes. */
final class Compaction {
    private static final long WORTH_IT_BYTES = 16L << 20;
    private static final int STEP_BYTES = 32 << 20;
    private static final int FILL_PERCENT = 60;

    private final MVStore store;
    private long uselessAt;

    Compaction(MVStore store) {
        this.store = store;
    }

    /** Whether much of the file is waste. */
    boolean isUseful() {
        var file = store.getFileStore();
        return file.size() > WORTH_IT_BYTES
                && (file.getChunksFillRate() < FILL_PERCENT || file.getFillRate() < FILL_PERCENT)
                && store.getCurrentVersion() != uselessAt;
    }

    /** Copies live pages together and cuts the file; nothing else may use the store meanwhile. */
    void step() {
        boolean copied = store.compact(FILL_PERCENT, STEP_BYTES);
        store.commit();
        if (store.getFileStore() instanceof RandomAccessStore file) {
            file.compactMoveChunks(FILL_PERCENT, Long.MAX_VALUE, store);
        }
        uselessAt = copied ? 0 : store.getCurrentVersion();
    }
}
