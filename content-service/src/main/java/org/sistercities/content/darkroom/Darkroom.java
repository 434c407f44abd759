package org.sistercities.content.darkroom;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes prints of negatives, a few at once and the others in turn, on threads of its own: decoders are native code in part, which
 * would keep the threads that answer everybody else. One negative takes at most 256 MB, see {@link Film}.
 */
public final class Darkroom implements AutoCloseable {
    private static final int WAITING_EACH = 4;

    private final ThreadPoolExecutor tables;

    /** @param tables how many are developed at once */
    public Darkroom(int tables) {
        this.tables = new ThreadPoolExecutor(
                tables,
                tables,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(tables * WAITING_EACH),
                Thread.ofPlatform().daemon().name("darkroom-", 0).factory());
    }

    /**
     * Prints of several widths, the widest first.
     *
     * @throws Unusable.ImageDamaged when it cannot be decoded
     * @throws Unusable.TooManyUploads when too many others wait
     */
    public List<Print> develop(Negative negative) {
        try {
            return tables.submit(() -> developed(negative)).get();
        } catch (RejectedExecutionException e) {
            throw new Unusable.TooManyUploads();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable.TooManyUploads();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) throw error;
            throw new Unusable.ImageDamaged(
                    "it cannot be decoded"); // what decoders throw depends on what they were fed
        }
    }

    private static List<Print> developed(Negative negative) throws IOException {
        return new Enlarger(negative).prints();
    }

    @Override
    public void close() {
        tables.shutdownNow();
    }
}
