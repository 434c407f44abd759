package org.sistercities.city.search;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.sistercities.city.partnership.EmptyNetwork;
import org.sistercities.city.registry.ShippedGazetteer;

class SearchBench {
    public static void main(String[] a) throws Exception {
        var mx = ManagementFactory.getThreadMXBean();
        long t = mx.getCurrentThreadCpuTime();
        var cities = ShippedGazetteer.cities();
        ShippedGazetteer.showTo(cities);
        System.out.printf("read file %d ms cpu%n", (mx.getCurrentThreadCpuTime() - t) / 1_000_000);
        t = mx.getCurrentThreadCpuTime();
        long w = System.nanoTime();
        var index = new CityIndex(ShippedGazetteer.countries());
        ShippedGazetteer.showTo(index);
        System.out.printf(
                "index %d ms cpu, %d ms wall%n",
                (mx.getCurrentThreadCpuTime() - t) / 1_000_000, (System.nanoTime() - w) / 1_000_000);
        System.gc();
        System.gc();
        System.out.println("heap MiB "
                + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576);
        var dir = ((org.apache.lucene.index.DirectoryReader) index.searcher().getIndexReader()).directory();
        long bytes = 0;
        for (var f : dir.listAll()) bytes += dir.fileLength(f);
        System.out.println("index MiB " + bytes / 1048576.0);
        var search = new CitySearch(index, cities, EmptyNetwork.create());
        if (a.length > 0) {
            for (var q : a) {
                System.out.println("== " + q);
                for (var f : search.find(Typed.of(q), Optional.empty(), 0, 6).items())
                    System.out.println("   " + f.name() + ", " + f.region() + ", " + f.countryCode() + " "
                            + f.population() + " " + f.matchedName());
            }
            return;
        }
        for (var group : List.of(
                List.of(
                        "typing", "s", "se", "sea", "seat", "seattl", "l", "lo", "lon", "ber", "berg", "san", "san f",
                        "new y", "par"),
                List.of(
                        "qualified",
                        "springfield il",
                        "cambridge uk",
                        "portland oregon",
                        "st. petersburg fl",
                        "paris texas"),
                List.of("alias", "koeln", "moskva", "firenze", "東京", "peking"),
                List.of("typo1", "philidelphia", "seatle wa", "bergan", "killarny", "springfeild il"),
                List.of("typo2", "philedelfia", "albuquerqe nm", "mineapoliss", "sankt peterburgg"))) {
            var qs = group.subList(1, group.size());
            for (int i = 0; i < 300; i++) for (var q : qs) search.find(Typed.of(q), Optional.empty(), 0, 10);
            var times = new java.util.ArrayList<Long>();
            for (int i = 0; i < 100; i++)
                for (var q : qs) {
                    long s = mx.getCurrentThreadCpuTime();
                    search.find(Typed.of(q), Optional.empty(), 0, 10);
                    times.add(mx.getCurrentThreadCpuTime() - s);
                }
            times.sort(null);
            System.out.printf(
                    "%-10s p50 %d us  p99 %d us%n",
                    group.getFirst(), times.get(times.size() / 2) / 1000, times.get(times.size() * 99 / 100) / 1000);
        }
    }
}
