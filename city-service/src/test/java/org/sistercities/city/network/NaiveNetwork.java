package org.sistercities.city.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The network measured by Floyd and Warshall's three loops: slow, and too simple to be wrong. */
final class NaiveNetwork {
    private final Map<String, Set<String>> sisters = new TreeMap<>();
    private final Map<List<String>, Integer> distances = new HashMap<>();

    NaiveNetwork(List<List<String>> partnerships) {
        for (var parties : partnerships)
            for (var a : parties)
                for (var b : parties)
                    if (!a.equals(b))
                        sisters.computeIfAbsent(a, city -> new TreeSet<>()).add(b);
        for (var city : cities()) distances.put(List.of(city, city), 0);
        sisters.forEach((a, others) -> others.forEach(b -> distances.put(List.of(a, b), 1)));
        for (var via : cities()) for (var a : cities()) for (var b : cities()) shorten(a, via, b);
    }

    private void shorten(String a, String via, String b) {
        var there = distances.get(List.of(a, via));
        var onwards = distances.get(List.of(via, b));
        if (there != null && onwards != null) distances.merge(List.of(a, b), there + onwards, Math::min);
    }

    Set<String> cities() {
        return sisters.keySet();
    }

    Set<String> sisters(String city) {
        return sisters.get(city);
    }

    OptionalInt distance(String a, String b) {
        var distance = distances.get(List.of(a, b));
        return distance == null ? OptionalInt.empty() : OptionalInt.of(distance);
    }

    int longest() {
        return distances.values().stream().mapToInt(i -> i).max().orElse(0);
    }

    double mean() {
        return distances.values().stream()
                .mapToInt(i -> i)
                .filter(i -> i > 0)
                .average()
                .orElse(0);
    }

    double centrality(String city) {
        double sum = 0;
        for (var other : cities())
            if (!other.equals(city) && distance(city, other).isPresent())
                sum += 1.0 / distance(city, other).getAsInt();
        return sum / (cities().size() - 1);
    }
}
