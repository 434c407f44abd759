package org.sistercities.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;

/**
 * People type names of cities, letter by letter, at a running {@code ./start}: prints how long answers took and what they cost.
 * Arguments: the data directory, requests a second, how many requests. See README.md.
 */
final class SearchLoad {
    private static final int WARMING = 20_000;
    private static final Path GAZETTEER = Path.of("../city-service/src/main/resources/gazetteer/cities.tsv.gz");

    private SearchLoad() {}

    public static void main(String[] arguments) throws IOException {
        var quickstart = RunningQuickstart.attach(Path.of(arguments[0]));
        double perSecond = Double.parseDouble(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        var typed = typed(new Random(7));
        IntFunction<HttpRequest> search = i -> quickstart
                .request("/api/v1/cities?limit=8&q=" + typed.get(i % typed.size()))
                .build();
        var load = new OpenModel();
        load.run(WARMING, perSecond, search);
        var cpu = new CpuTime(quickstart.processesByName());
        System.out.println(load.run(count, perSecond, search));
        System.out.println(cpu.perRequest(count));
    }

    /** Beginnings of names, any place as likely as any other. */
    private static List<String> typed(Random random) throws IOException {
        var beginnings = new ArrayList<String>();
        try (var in = Files.newInputStream(GAZETTEER);
                var lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                var name = line.split("\t")[1];
                beginnings.add(name.substring(0, 1 + random.nextInt(name.length())));
            });
        }
        Collections.shuffle(beginnings, random);
        return beginnings.stream()
                .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                .toList();
    }
}
