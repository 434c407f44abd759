package org.sistercities.city.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.partnership.EmptyNetwork;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.City.Coordinates;
import org.sistercities.city.registry.City.Names;
import org.sistercities.city.registry.City.Region;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.registry.ShippedGazetteer;
import org.sistercities.city.search.CitySearch.Wanted;
import org.sistercities.city.search.Match.Span;
import org.sistercities.platform.paging.Offset;

/** What a search can be narrowed by, and what it tells, over every city that ships. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchingTest {
    private static final Coordinates EUGENE_OREGON = new Coordinates(44.05, -123.09);
    private static final Coordinates SEATTLE = new Coordinates(47.606, -122.332);

    private static CityIndex index;
    private static CitySearch search;

    @BeforeAll
    static void index() {
        index = new CityIndex(ShippedGazetteer.countries());
        ShippedGazetteer.showTo(index);
        search = new CitySearch(index, ShippedGazetteer.countries(), EmptyNetwork.create());
    }

    @Test
    void who_is_near_comes_first() {
        assertThat(near("springfield", EUGENE_OREGON).getFirst().region()).isEqualTo("Oregon");
        assertThat(near("springfield", new Coordinates(42.1, -72.6)).getFirst().region())
                .isEqualTo("Massachusetts");
        assertThat(near("paris", EUGENE_OREGON).getFirst().countryCode()).isEqualTo("FR");
    }

    @Test
    void where_nothing_is_typed_the_nearest_come_first() {
        assertThat(near("", SEATTLE)).extracting(FoundCity::name).startsWith("Seattle");
    }

    @Test
    void a_circle_keeps_out_who_is_far() {
        var criteria = criteria(null, new Criteria.Circle(SEATTLE, 100), null, null);

        assertThat(find("", criteria))
                .extracting(FoundCity::name)
                .contains("Seattle", "Tacoma", "Bellevue")
                .doesNotContain("Portland", "Spokane");
    }

    @Test
    void a_box_keeps_out_who_is_outside_even_across_the_antimeridian() {
        var aroundFiji = criteria(null, null, new Criteria.Box(170, -25, -170, -10), null);

        assertThat(find("", aroundFiji))
                .extracting(FoundCity::countryCode)
                .contains("FJ", "TO")
                .doesNotContain("AU");
        assertThat(find("suva", aroundFiji)).extracting(FoundCity::name).containsExactly("Suva");
    }

    @Test
    void a_continent_and_a_set_of_cities_keep_out_the_others() {
        assertThat(find("", criteria("Oceania", null, null, null)))
                .extracting(FoundCity::countryCode)
                .contains("AU")
                .doesNotContain("ID");
        assertThat(find("san", criteria(null, null, null, Set.of("gn5391959"))))
                .extracting(FoundCity::name)
                .containsExactly("San Francisco");
    }

    @Test
    void what_was_typed_is_highlighted_in_the_name_that_matched() {
        assertThat(find("sea", Criteria.NONE).getFirst().highlights()).containsExactly(new Span(0, 3));
        assertThat(find("francisco san", Criteria.NONE).getFirst().highlights())
                .containsExactly(new Span(0, 3), new Span(4, 13));
        var koeln = find("koeln", Criteria.NONE).getFirst();
        assertThat(koeln.matchedName()).isIn("Köln", "Koeln");
        assertThat(koeln.highlights())
                .containsExactly(new Span(0, koeln.matchedName().length()));
        assertThat(Highlighting.of(Typed.of("koel"), "Köln")).containsExactly(new Span(0, 3));
        assertThat(Highlighting.of(Typed.of("saint pet"), "St. Petersburg"))
                .containsExactly(new Span(0, 2), new Span(4, 7));
    }

    @Test
    void all_that_match_can_be_counted() {
        var all = search.findAll(Typed.of("springfield"), Criteria.NONE);

        assertThat(all).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(search.findAll(Typed.of(""), Criteria.NONE)).hasSize(37_547);
    }

    @Test
    void who_comes_or_changes_later_is_found_after_a_refresh() {
        var own = new CityIndex(ShippedGazetteer.countries());
        own.begin();
        show(own, "gn1", city("Old Harbour"));
        show(own, "gn2", city("Other Harbour"));
        own.end();
        var searching = new CitySearch(own, ShippedGazetteer.countries(), EmptyNetwork.create());

        show(own, "gn1", city("New Haven Bay"));
        show(own, "gn3", city("Third Harbour"));
        own.refresh();

        assertThat(names(searching, "harbour")).containsExactlyInAnyOrder("Other Harbour", "Third Harbour");
        assertThat(names(searching, "old harbour")).isEmpty();
        assertThat(names(searching, "new haven")).containsExactly("New Haven Bay");
        assertThat(names(searching, "")).hasSize(3);
    }

    private static void show(CityIndex index, String id, City city) {
        index.visit(CitySummary.of(id, city, ShippedGazetteer.countries()), city);
    }

    private static List<String> names(CitySearch searching, String typed) {
        var wanted = new Wanted(Typed.of(typed), Criteria.NONE, Optional.empty());
        return searching.find(wanted, new Offset(0), 10).items().stream()
                .map(FoundCity::name)
                .toList();
    }

    private static City city(String name) {
        return new City(
                null,
                new Names(name, null, List.of()),
                "US",
                new Region("ME", "Maine"),
                new Coordinates(44, -69),
                5_000L,
                "America/New_York",
                "PPL",
                null,
                null);
    }

    private static List<FoundCity> near(String typed, Coordinates position) {
        var wanted = new Wanted(Typed.of(typed), Criteria.NONE, Optional.of(position));
        return search.find(wanted, new Offset(0), 10).items();
    }

    private static List<FoundCity> find(String typed, Criteria criteria) {
        return search.find(new Wanted(Typed.of(typed), criteria, Optional.empty()), new Offset(0), 100)
                .items();
    }

    private static Criteria criteria(String continent, Criteria.Circle circle, Criteria.Box box, Set<String> ids) {
        return new Criteria(
                Optional.empty(),
                Optional.ofNullable(continent),
                Optional.ofNullable(circle),
                Optional.ofNullable(box),
                Optional.ofNullable(ids));
    }
}
