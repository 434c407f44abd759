package org.sistercities.city.search;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/** Prints the CPU time of one search after the other, by what is typed: {@link SearchBenchmark} without what other processes cost. */
final class SearchCpuTime {
    private static final long WARMING_NANOS = 90_000_000_000L;
    private static final int MEASURED = 5_000;
    private static final double MICROSECOND = 1_000;

    private SearchCpuTime() {}

    public static void main(String[] arguments) {
        for (var typing : SearchBenchmark.Typing.values()) {
            var benchmark = new SearchBenchmark();
            benchmark.typing = typing;
            benchmark.index();
            for (long end = System.nanoTime() + WARMING_NANOS; System.nanoTime() < end; ) benchmark.search();
            var times = LongStream.range(0, MEASURED)
                    .map(i -> cpuTime(benchmark))
                    .sorted()
                    .toArray();
            System.out.printf("%s: p50 %.0f µs, p99 %.0f µs%n", typing, quantile(times, 0.5), quantile(times, 0.99));
        }
    }

    private static long cpuTime(SearchBenchmark benchmark) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        benchmark.search();
        return threads.getCurrentThreadCpuTime() - before;
    }

    private static double quantile(long[] sorted, double share) {
        return sorted[(int) (share * sorted.length)] / MICROSECOND;
    }
}
