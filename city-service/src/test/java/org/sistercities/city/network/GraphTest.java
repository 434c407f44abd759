package org.sistercities.city.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Small cases one can draw, and random ones that {@link NaiveNetwork} must agree on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GraphTest {
    private static final List<List<String>> TWO_ISLANDS = List.of(
            List.of("seattle", "bergen"),
            List.of("bergen", "gothenburg"),
            List.of("gothenburg", "chicago"),
            List.of("seattle", "kobe"),
            List.of("kobe", "chicago"),
            List.of("lockport", "asiago"));

    @Test
    void a_shortest_chain_names_every_city_between() {
        assertThat(chain(TWO_ISLANDS, "bergen", "kobe")).containsExactly("bergen", "seattle", "kobe");
        assertThat(chain(TWO_ISLANDS, "kobe", "bergen")).containsExactly("kobe", "seattle", "bergen");
    }

    @Test
    void of_equally_short_chains_it_is_always_the_first_by_id() {
        var other = new ArrayList<>(TWO_ISLANDS);
        Collections.shuffle(other, new Random(1));
        assertThat(chain(TWO_ISLANDS, "chicago", "seattle")).containsExactly("chicago", "kobe", "seattle");
        assertThat(chain(other, "chicago", "seattle")).containsExactly("chicago", "kobe", "seattle");
        assertThat(chain(other, "chicago", "bergen")).containsExactly("chicago", "gothenburg", "bergen");
    }

    @Test
    void no_chain_leads_to_another_component() {
        assertThat(chain(TWO_ISLANDS, "asiago", "kobe")).isEmpty();
    }

    @Test
    void a_city_is_connected_with_itself() {
        assertThat(chain(TWO_ISLANDS, "kobe", "kobe")).containsExactly("kobe");
    }

    @Test
    void three_parties_are_sisters_of_each_other_and_two_partnerships_make_no_second_pair() {
        var graph = Graph.of(List.of(List.of("a", "b", "c"), List.of("b", "a")));
        assertThat(graph.pairs()).isEqualTo(3);
        assertThat(graph.degree(number(graph, "a"))).isEqualTo(2);
    }

    @Test
    void an_empty_network_has_no_distances() {
        var graph = Graph.of(List.of());
        assertThat(graph.size()).isZero();
        assertThat(graph.find("a")).isEmpty();
        assertThat(Distances.of(graph).mean()).isZero();
        assertThat(Distances.of(graph).longest()).isZero();
    }

    @Test
    void centrality_is_the_mean_of_the_reciprocal_distances() {
        var graph = Graph.of(List.of(List.of("a", "b"), List.of("b", "c"), List.of("x", "y")));
        var distances = Distances.of(graph);
        assertThat(distances.centrality(number(graph, "a"))).isEqualTo((1 + 0.5) / 4);
        assertThat(distances.centrality(number(graph, "b"))).isEqualTo((1 + 1.0) / 4);
    }

    @RepeatedTest(200)
    void a_random_network_is_measured_as_the_naive_way_does(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        int cities =
                2 + random.nextInt(repetition.getCurrentRepetition() < 180 ? 30 : 200); // more than one batch of 64
        var partnerships = partnerships(random, cities, random.nextInt(2 * cities) + 1);
        var graph = Graph.of(partnerships);
        var naive = new NaiveNetwork(partnerships);
        var distances = Distances.of(graph);
        var components = graph.components();

        assertThat(graph.size()).isEqualTo(naive.cities().size());
        assertThat(distances.longest()).isEqualTo(naive.longest());
        assertThat(distances.mean()).isCloseTo(naive.mean(), within(1e-9));
        for (var from : naive.cities()) {
            int a = number(graph, from);
            assertThat(distances.centrality(a)).isCloseTo(naive.centrality(from), within(1e-9));
            var walk = Walk.from(graph, a);
            for (var to : naive.cities()) {
                int b = number(graph, to);
                var expected = naive.distance(from, to);
                assertThat(walk.distance(b)).isEqualTo(expected.orElse(Graph.UNREACHED));
                assertThat(components[a] == components[b]).isEqualTo(expected.isPresent());
                var chain = graph.chain(a, b).stream().map(graph::cityId).toList();
                assertThat(chain).hasSize(expected.orElse(-1) + 1);
                for (int i = 1; i < chain.size(); i++)
                    assertThat(naive.sisters(chain.get(i - 1))).contains(chain.get(i));
            }
        }
    }

    private static List<List<String>> partnerships(Random random, int cities, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.ints(2 + (random.nextInt(10) == 0 ? 1 : 0), 0, cities)
                        .distinct()
                        .mapToObj(city -> "c" + city)
                        .toList())
                .filter(parties -> parties.size() > 1)
                .toList();
    }

    private static List<String> chain(List<List<String>> partnerships, String from, String to) {
        var graph = Graph.of(partnerships);
        return graph.chain(number(graph, from), number(graph, to)).stream()
                .map(graph::cityId)
                .toList();
    }

    private static int number(Graph graph, String cityId) {
        return graph.find(cityId).orElseThrow();
    }
}
