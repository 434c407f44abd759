package org.sistercities.city.network;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * Who is whose sister, as numbers: cities are counted in the order of their ids, and the neighbours of city {@code n} stand in
 * {@code neighbours} from {@code first[n]} to {@code first[n + 1]}, in order. So the same partnerships always make the same
 * graph, and every replica finds the same chain among equally short ones. Cities without a sister are not in it.
 */
final class Graph {
    /** Ends a walk from cities to cities: not reached. */
    static final int UNREACHED = -1;

    private final int partnerships;
    private final String[] cityIds;
    private final int[] first;
    private final int[] neighbours;

    private Graph(int partnerships, String[] cityIds, int[] first, int[] neighbours) {
        this.partnerships = partnerships;
        this.cityIds = cityIds;
        this.first = first;
        this.neighbours = neighbours;
    }

    /** The graph of partnerships, each told by its parties: every two of them are sisters. */
    static Graph of(Collection<List<String>> partnerships) {
        var ids = new HashSet<String>();
        partnerships.forEach(ids::addAll);
        var cityIds = ids.toArray(String[]::new);
        Arrays.sort(cityIds);
        return joined(partnerships.size(), cityIds, arcs(cityIds, partnerships));
    }

    int size() {
        return cityIds.length;
    }

    /** How many partnerships it was made of. */
    int partnerships() {
        return partnerships;
    }

    String cityId(int city) {
        return cityIds[city];
    }

    /** The number of a city; empty when it has no sister. */
    OptionalInt find(String cityId) {
        int found = Arrays.binarySearch(cityIds, cityId);
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** How many cities are its sisters. */
    int degree(int city) {
        return first[city + 1] - first[city];
    }

    /** How many pairs of cities are sisters. */
    int pairs() {
        return neighbours.length / 2;
    }

    /** The sister of a city that stands at {@code place}, from 0 to its degree. */
    int neighbour(int city, int place) {
        return neighbours[first[city] + place];
    }

    /** A shortest chain of sisters, both ends included; empty when there is none. */
    List<Integer> chain(int from, int to) {
        var walk = Walk.from(this, to); // from the far end, so that stepping down leads forwards
        if (walk.distance(from) == UNREACHED) return List.of();
        var chain = new ArrayList<Integer>();
        for (int city = from; city != to; city = walk.closer(city)) chain.add(city);
        chain.add(to);
        return chain;
    }

    /** For each city the number of its component; components are counted in the order of their first city. */
    int[] components() {
        var component = new int[size()];
        Arrays.fill(component, UNREACHED);
        int count = 0;
        for (int city = 0; city < size(); city++) if (component[city] == UNREACHED) mark(city, count++, component);
        return component;
    }

    private void mark(int start, int number, int[] component) {
        var waiting = new ArrayDeque<Integer>();
        component[start] = number;
        for (Integer city = start; city != null; city = waiting.poll()) {
            for (int i = first[city]; i < first[city + 1]; i++) {
                if (component[neighbours[i]] != UNREACHED) continue;
                component[neighbours[i]] = number;
                waiting.add(neighbours[i]);
            }
        }
    }

    /** Every arc as one number, from in the upper half and to in the lower, each once and in order. */
    private static long[] arcs(String[] cityIds, Collection<List<String>> partnerships) {
        var numbers = HashMap.<String, Integer>newHashMap(cityIds.length);
        for (int city = 0; city < cityIds.length; city++) numbers.put(cityIds[city], city);
        var arcs = LongStream.builder();
        for (var parties : partnerships)
            for (var from : parties)
                for (var to : parties)
                    if (!from.equals(to))
                        arcs.add((long) requireNonNull(numbers.get(from)) << Integer.SIZE
                                | requireNonNull(numbers.get(to)));
        return distinct(arcs.build().sorted().toArray());
    }

    private static long[] distinct(long[] sorted) {
        int kept = 0;
        for (long arc : sorted) if (kept == 0 || sorted[kept - 1] != arc) sorted[kept++] = arc;
        return Arrays.copyOf(sorted, kept);
    }

    private static Graph joined(int partnerships, String[] cityIds, long[] arcs) {
        var first = new int[cityIds.length + 1];
        var neighbours = new int[arcs.length];
        for (int i = 0; i < arcs.length; i++) {
            first[(int) (arcs[i] >>> Integer.SIZE) + 1]++;
            neighbours[i] = (int) arcs[i];
        }
        Arrays.parallelPrefix(first, Integer::sum);
        return new Graph(partnerships, cityIds, first, neighbours);
    }
}
