package org.sistercities.city.network;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sistercities.city.network.NetworkAnswers.Chain;
import org.sistercities.city.network.NetworkAnswers.Link;
import org.sistercities.city.network.NetworkAnswers.Member;
import org.sistercities.city.network.NetworkAnswers.Place;
import org.sistercities.city.network.NetworkAnswers.Reached;
import org.sistercities.city.network.NetworkAnswers.Statistics;
import org.sistercities.city.partnership.Network;
import org.sistercities.city.partnership.Parties;
import org.sistercities.city.partnership.PartnershipItem;
import org.sistercities.city.registry.Cities;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.Public;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The network over HTTP. */
@RestController
@RequestMapping("/api/v1/network")
@Public
class NetworkController {
    private final CurrentGraph graphs;
    private final Surveys surveys;
    private final Network network;
    private final Cities cities;
    private final Parties parties;

    NetworkController(CurrentGraph graphs, Surveys surveys, Network network, Cities cities, Parties parties) {
        this.graphs = graphs;
        this.surveys = surveys;
        this.network = network;
        this.cities = cities;
        this.parties = parties;
    }

    @GetMapping("/chain")
    Chain chain(@RequestParam String from, @RequestParam String to) {
        var a = member(from);
        var b = member(to);
        var chain = chain(graphs.get(), from, to);
        var links = IntStream.range(1, chain.size())
                .mapToObj(i -> link(chain.get(i - 1), chain.get(i)))
                .toList();
        var members = chain.stream().map(this::member).toList();
        return new Chain(a, b, !chain.isEmpty(), chain.isEmpty() ? null : links.size(), members, links);
    }

    /** The component of a city: the cities a chain leads to, the nearest first, the city itself at the head. */
    @GetMapping("/cities/{id}/component")
    Page<Reached> component(
            @PathVariable String id,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = Offset.START) Offset cursor) {
        var city = member(id);
        var graph = graphs.get();
        var start = graph.find(id);
        if (start.isEmpty()) return Page.of(List.of(new Reached(0, city)), cursor, limit);
        var walk = Walk.from(graph, start.getAsInt());
        var reached = Arrays.stream(walk.reached()).boxed().toList();
        return Page.of(reached, cursor, limit)
                .map(found -> new Reached(walk.distance(found), member(graph.cityId(found))));
    }

    @GetMapping("/cities/{id}")
    Place place(@PathVariable String id) {
        return place(surveys.newest(), member(id));
    }

    /** The cities by centrality, the most central first. */
    @GetMapping("/cities")
    Page<Place> byCentrality(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = Offset.START) Offset cursor) {
        var survey = surveys.newest();
        return Page.of(survey.byCentrality(), cursor, limit)
                .map(city -> place(survey, member(survey.graph().cityId(city))));
    }

    @GetMapping
    Statistics statistics() {
        var survey = surveys.newest();
        var graph = survey.graph();
        long pairs = (long) graph.size() * (graph.size() - 1) / 2;
        return new Statistics(
                graph.size(),
                graph.partnerships(),
                graph.pairs(),
                countries(graph),
                survey.components(),
                survey.largestComponent(),
                survey.distances().longest(),
                survey.distances().mean(),
                pairs == 0 ? 0 : (double) survey.distances().connectedPairs() / pairs,
                survey.asOf());
    }

    private Place place(Survey survey, Member member) {
        var found = survey.graph().find(member.id());
        if (found.isEmpty()) return new Place(member, 0, 1, 0, null, survey.asOf());
        int city = found.getAsInt();
        return new Place(
                member,
                survey.graph().degree(city),
                survey.componentSizeOf(city),
                survey.distances().centrality(city),
                survey.rank(city),
                survey.asOf());
    }

    private static List<String> chain(Graph graph, String from, String to) {
        if (from.equals(to)) return List.of(from);
        var a = graph.find(from);
        var b = graph.find(to);
        if (a.isEmpty() || b.isEmpty()) return List.of();
        return graph.chain(a.getAsInt(), b.getAsInt()).stream()
                .map(graph::cityId)
                .toList();
    }

    private Link link(String from, String to) {
        var between = new ArrayList<PartnershipItem>();
        for (var partnership : network.of(from))
            if (partnership.status().isStanding() && partnership.cityIds().contains(to))
                between.add(parties.item(partnership));
        return new Link(from, to, between);
    }

    private int countries(Graph graph) {
        return (int) IntStream.range(0, graph.size())
                .mapToObj(city -> cities.find(graph.cityId(city)))
                .flatMap(Optional::stream)
                .map(CitySummary::countryCode)
                .distinct()
                .count();
    }

    private Member member(String cityId) {
        return cities.find(cityId).map(Member::of).orElseThrow(() -> new NoSuchAggregate("city", cityId));
    }
}
