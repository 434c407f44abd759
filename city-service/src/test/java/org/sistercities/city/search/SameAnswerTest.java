package org.sistercities.city.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.sistercities.city.partnership.EmptyNetwork;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.City.Names;
import org.sistercities.city.registry.CitySummary;
import org.sistercities.city.registry.CityVisitor;
import org.sistercities.city.registry.ShippedGazetteer;
import org.sistercities.city.search.CitySearch.Wanted;
import org.sistercities.platform.paging.Offset;

/** Two replicas know the same cities; for one of them many came, or got their names, after its start. Nobody sees a difference. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SameAnswerTest {
    private static final CitySearch GROWN = search(grown());
    private static final CitySearch MERGED = search(merged());

    private static CityIndex grown() {
        var index = new CityIndex(ShippedGazetteer.countries());
        var late = new Late(index);
        ShippedGazetteer.showTo(late);
        late.visits.forEach(Runnable::run);
        index.refresh();
        assertThat(index.state().recentIds()).hasSizeGreaterThan(3_000);
        return index;
    }

    private static CityIndex merged() {
        var index = grown();
        index.merge();
        assertThat(index.state().recentIds()).isEmpty();
        return index;
    }

    /** Of two frequent words only the most important cities are looked at, those of each catalog: that may bring a few more. */
    @ParameterizedTest
    @CsvFileSource(resources = "/relevance.csv", delimiter = ';', numLinesToSkip = 1, quoteCharacter = '"')
    void what_one_finds_the_other_finds_in_the_same_order(String typed) {
        assertThat(ids(GROWN, typed, 30)).containsSubsequence(ids(ShippedSearch.SEARCH, typed, 10));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/relevance.csv", delimiter = ';', numLinesToSkip = 1, quoteCharacter = '"')
    void once_all_is_in_one_catalog_there_is_no_difference_at_all(String typed) {
        assertThat(ids(MERGED, typed, 10)).isEqualTo(ids(ShippedSearch.SEARCH, typed, 10));
    }

    @Test
    void nothing_typed() {
        assertThat(ids(GROWN, "", 10)).isEqualTo(ids(ShippedSearch.SEARCH, "", 10));
    }

    private static CitySearch search(CityIndex index) {
        return new CitySearch(index, ShippedGazetteer.countries(), EmptyNetwork.create());
    }

    private static List<String> ids(CitySearch search, String typed, int limit) {
        var wanted = new Wanted(Typed.of(typed), Criteria.NONE, Optional.empty());
        return search.find(wanted, new Offset(0), limit).items().stream()
                .map(FoundCity::id)
                .toList();
    }

    /** Of every ten cities one comes late or has another name before. */
    private static final class Late implements CityVisitor {
        private final CityIndex index;
        private final List<Runnable> visits = new ArrayList<>();
        private int count;

        Late(CityIndex index) {
            this.index = index;
        }

        @Override
        public void begin() {
            index.begin();
        }

        @Override
        public void visit(CitySummary summary, City city) {
            switch (count++ % 20) {
                case 0 -> visits.add(() -> index.visit(summary, city));
                case 1 -> {
                    var before = called("Springfield " + count, city);
                    index.visit(CitySummary.of(summary.id(), before, ShippedGazetteer.countries()), before);
                    visits.add(() -> index.visit(summary, city));
                }
                default -> index.visit(summary, city);
            }
        }

        @Override
        public void end() {
            index.end();
        }

        private static City called(String name, City city) {
            return new City(
                    city.geonameId(),
                    new Names(name, null, List.of()),
                    city.countryCode(),
                    city.region(),
                    city.coordinates(),
                    city.population(),
                    city.timeZone(),
                    city.featureCode(),
                    city.membership(),
                    city.remarks());
        }
    }
}
