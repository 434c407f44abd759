package org.sistercities.platform.aggregate;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets changes of one aggregate within this replica take turns, so that they do not overtake each other again and again.
 * Correctness does not rest on it: other replicas are held off by the compare-and-set alone.
 */
final class Turns {
    private static final int STRIPES = 256;

    private final Lock[] stripes =
            Stream.generate(() -> new ReentrantLock(true)).limit(STRIPES).toArray(Lock[]::new);

    <T> T take(String id, Supplier<T> change) {
        var turn = stripes[Math.floorMod(id.hashCode(), STRIPES)];
        turn.lock();
        try {
            return change.get();
        } finally {
            turn.unlock();
        }
    }
}
