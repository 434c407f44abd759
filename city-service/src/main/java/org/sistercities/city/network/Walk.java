package org.sistercities.city.network;

import java.util.Arrays;

/** How far every city is from one of them: a breadth-first search. */
final class Walk {
    private final Graph graph;
    private final int[] distances;
    private final int[] order;
    private int reached;

    private Walk(Graph graph) {
        this.graph = graph;
        this.distances = new int[graph.size()];
        this.order = new int[graph.size()];
        Arrays.fill(distances, Graph.UNREACHED);
    }

    static Walk from(Graph graph, int start) {
        var walk = new Walk(graph);
        walk.reach(start, 0);
        for (int i = 0; i < walk.reached; i++) walk.goOnFrom(walk.order[i]);
        return walk;
    }

    /** Degrees of separation; {@link Graph#UNREACHED} when no chain leads there. */
    int distance(int city) {
        return distances[city];
    }

    /** The reached cities, the start included, the nearest first. */
    int[] reached() {
        return Arrays.copyOf(order, reached);
    }

    /** The first sister of a reached city that is one step closer to the start. */
    int closer(int city) {
        int place = 0;
        while (distances[graph.neighbour(city, place)] != distances[city] - 1) place++;
        return graph.neighbour(city, place);
    }

    private void goOnFrom(int city) {
        for (int place = 0; place < graph.degree(city); place++) {
            int next = graph.neighbour(city, place);
            if (distances[next] == Graph.UNREACHED) reach(next, distances[city] + 1);
        }
    }

    private void reach(int city, int distance) {
        distances[city] = distance;
        order[reached++] = city;
    }
}
