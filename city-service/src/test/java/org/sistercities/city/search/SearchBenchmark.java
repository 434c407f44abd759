package org.sistercities.city.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.sistercities.city.partnership.EmptyNetwork;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.registry.ShippedGazetteer;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;

/**
 * How long one thread is busy with one search, by what is typed. Over the shipped cities, or with {@code -Ddump=…} over those
 * of a GeoNames dump, too. See README.md.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 4, time = 5)
public class SearchBenchmark {
    private static final int QUERIES = 5_000;
    private static final int SHOWN_AS_YOU_TYPE = 8;

    /** What somebody types. */
    public enum Typing {
        AS_YOU_TYPE,
        QUALIFIED,
        ONE_TYPO,
        TWO_TYPOS
    }

    @Param
    Typing typing;

    private CitySearch search;
    private List<String> queries;
    private int next;

    @Setup
    public void index() {
        var index = new CityIndex(ShippedGazetteer.countries());
        var cities = ShippedGazetteer.cities();
        var dump = System.getProperty("dump", "");
        if (dump.isEmpty()) ShippedGazetteer.showTo(index, cities);
        else ShippedGazetteer.showWithDump(Path.of(dump), index, cities);
        search = new CitySearch(index, ShippedGazetteer.countries(), EmptyNetwork.create());
        var random = new Random(42);
        var all = new ArrayList<>(cities.all());
        queries = new ArrayList<>();
        while (queries.size() < QUERIES) {
            var city = all.get(random.nextInt(all.size()));
            if (typing == Typing.AS_YOU_TYPE || city.name().length() >= (typing == Typing.ONE_TYPO ? 5 : 9))
                queries.add(query(city, random));
        }
    }

    @Benchmark
    public Page<FoundCity> search() {
        next = (next + 1) % QUERIES;
        var wanted = new CitySearch.Wanted(Typed.of(queries.get(next)), Criteria.NONE, Optional.empty());
        return search.find(wanted, new Offset(0), SHOWN_AS_YOU_TYPE);
    }

    private String query(CitySummary city, Random random) {
        var name = city.name();
        return switch (typing) {
            case AS_YOU_TYPE -> name.substring(0, 1 + random.nextInt(name.length()));
            case QUALIFIED ->
                name + " " + (random.nextBoolean() || city.region() == null ? city.country() : city.region());
            case ONE_TYPO -> misspelt(name, random);
            case TWO_TYPOS -> misspelt(misspelt(name, random), random);
        };
    }

    private static String misspelt(String name, Random random) {
        int at = 1 + random.nextInt(name.length() - 2);
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + letter(random) + name.substring(at);
            case 2 -> name.substring(0, at) + letter(random) + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    private static char letter(Random random) {
        return (char) ('a' + random.nextInt(26));
    }

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(SearchBenchmark.class.getSimpleName())
                        .jvmArgsAppend("-Ddump=" + System.getProperty("dump", ""))
                        .build())
                .run();
    }
}
