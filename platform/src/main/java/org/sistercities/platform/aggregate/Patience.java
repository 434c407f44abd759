package org.sistercities.platform.aggregate;

import java.util.concurrent.ThreadLocalRandom;

/** How long a change keeps deciding anew: some forty tries with growing, random pauses, about three seconds in all. */
final class Patience {
    private static final int TRIES = 40;
    private static final long LONGEST_PAUSE_MILLIS = 150;

    private int tried;

    boolean lasts() {
        return tried < TRIES;
    }

    void pause() {
        tried++;
        long ceiling = Math.min(LONGEST_PAUSE_MILLIS, 1L << Math.min(tried, 10));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(ceiling + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            tried = TRIES;
        }
    }
}
