package org.sistercities.city.network;

/**
 * The distances between all pairs of cities, exact: sixty-four breadth-first searches at a time, one for each bit of a long.
 * A city that is reached by several of them in one step hands them on with one operation, which is what makes it affordable
 * (Then et al., “The More the Merrier”, VLDB 2014).
 */
final class Distances {
    private final Graph graph;
    private final double[] closeness;
    private long pairs;
    private long sum;
    private int longest;

    private Distances(Graph graph) {
        this.graph = graph;
        this.closeness = new double[graph.size()];
    }

    static Distances of(Graph graph) {
        var distances = new Distances(graph);
        for (int start = 0; start < graph.size(); start += Long.SIZE) distances.search(start);
        return distances;
    }

    /** The longest of all shortest chains; 0 when there are no cities. */
    int longest() {
        return longest;
    }

    /** Over all pairs of cities that are connected; 0 when there are none. */
    double mean() {
        return pairs == 0 ? 0 : (double) sum / pairs;
    }

    /** How many pairs of cities are connected by a chain. */
    long connectedPairs() {
        return pairs / 2; // each was seen from both ends
    }

    /**
     * The harmonic centrality of a city, from 0 to 1: the mean of 1/distance to every other city of the network, 0 for those
     * it is not connected with. 1 would be a sister of all.
     */
    double centrality(int city) {
        return graph.size() < 2 ? 0 : closeness[city] / (graph.size() - 1);
    }

    private void search(int start) {
        var seen = new long[graph.size()];
        for (int i = start; i < Math.min(start + Long.SIZE, graph.size()); i++) seen[i] = 1L << (i - start);
        var frontier = seen.clone();
        for (int distance = 1; !isEmpty(frontier); distance++) frontier = step(frontier, seen, distance);
    }

    private long[] step(long[] frontier, long[] seen, int distance) {
        var next = new long[frontier.length];
        for (int city = 0; city < frontier.length; city++) {
            if (frontier[city] == 0) continue;
            for (int place = 0; place < graph.degree(city); place++)
                next[graph.neighbour(city, place)] |= frontier[city];
        }
        for (int city = 0; city < next.length; city++) {
            next[city] &= ~seen[city];
            seen[city] |= next[city];
            if (next[city] != 0) count(city, Long.bitCount(next[city]), distance);
        }
        return next;
    }

    private void count(int city, int searches, int distance) {
        closeness[city] += (double) searches / distance;
        pairs += searches;
        sum += (long) searches * distance;
        longest = Math.max(longest, distance);
    }

    private static boolean isEmpty(long[] bits) {
        long any = 0;
        for (long bit : bits) any |= bit;
        return any == 0;
    }
}
