package org.sistercities.city.network;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What is measured of a whole graph; everything here is exact, nothing sampled. */
final class Survey {
    private final Graph graph;
    private final Instant asOf;
    private final Distances distances;
    private final int[] components;
    private final int[] componentSizes;
    private final List<Integer> byCentrality;
    private final int[] ranks;

    Survey(Graph graph, Instant asOf) {
        this.graph = graph;
        this.asOf = asOf;
        this.distances = Distances.of(graph);
        this.components = graph.components();
        this.componentSizes = sizes(components);
        this.byCentrality = IntStream.range(0, graph.size())
                .boxed()
                .sorted(Comparator.comparingDouble(distances::centrality)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        this.ranks = new int[graph.size()];
        for (int place = 0; place < ranks.length; place++) ranks[byCentrality.get(place)] = place + 1;
    }

    Graph graph() {
        return graph;
    }

    /** When the graph was measured. */
    Instant asOf() {
        return asOf;
    }

    Distances distances() {
        return distances;
    }

    int components() {
        return componentSizes.length;
    }

    int largestComponent() {
        return Arrays.stream(componentSizes).max().orElse(0);
    }

    /** How many cities hang together with this one, itself included. */
    int componentSizeOf(int city) {
        return componentSizes[components[city]];
    }

    /** Every city, the most central first; of equally central ones the one with the lower id. */
    List<Integer> byCentrality() {
        return byCentrality;
    }

    /** The place of a city in {@link #byCentrality}, from 1. */
    int rank(int city) {
        return ranks[city];
    }

    private static int[] sizes(int[] components) {
        var sizes = new int[Arrays.stream(components).max().orElse(-1) + 1];
        for (int component : components) sizes[component]++;
        return sizes;
    }
}
