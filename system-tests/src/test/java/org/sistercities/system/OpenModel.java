package org.sistercities.system;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/**
 * Sends requests at a given rate, whatever becomes of those before: as many people do, who do not know of each other. An answer's
 * time is counted from when its request should have been sent, so that a hesitating server cannot hide by keeping clients waiting.
 */
final class OpenModel {
    private static final int MOST_UNDER_WAY = 2_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * What came of it.
     *
     * @param statuses how many answers of each HTTP status; 0 for those that never came
     * @param micros times from the intended start, sorted
     */
    record Outcome(Map<Integer, Long> statuses, long[] micros, double seconds) {

        double quantile(double share) {
            return micros[(int) Math.min(micros.length - 1, share * micros.length)] / 1_000.0;
        }

        @Override
        public String toString() {
            return "%d requests in %.1f s (%.0f/s), %s; ms from the intended start: p50 %.1f, p90 %.1f, p99 %.1f, max %.1f"
                    .formatted(
                            micros.length,
                            seconds,
                            micros.length / seconds,
                            statuses,
                            quantile(0.5),
                            quantile(0.9),
                            quantile(0.99),
                            quantile(1));
        }
    }

    /** Sends {@code count} requests, {@code perSecond} of them each second. */
    Outcome run(int count, double perSecond, IntFunction<HttpRequest> requests) {
        var micros = new long[count];
        var statuses = new ConcurrentHashMap<Integer, LongAdder>();
        var free = new Semaphore(MOST_UNDER_WAY);
        long begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                long intended = begin + (long) (i / perSecond * 1e9);
                long early = intended - System.nanoTime();
                if (early > 0) Http.pause(Duration.ofNanos(early));
                free.acquireUninterruptibly();
                threads.execute(() -> {
                    int status = send(requests.apply(number));
                    micros[number] = (System.nanoTime() - intended) / 1_000;
                    statuses.computeIfAbsent(status, _ -> new LongAdder()).increment();
                    free.release();
                });
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(micros);
        var counted = new TreeMap<Integer, Long>();
        statuses.forEach((status, number) -> counted.put(status, number.sum()));
        return new Outcome(counted, micros, seconds);
    }

    private int send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
