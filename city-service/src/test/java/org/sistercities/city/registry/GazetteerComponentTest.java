package org.sistercities.city.registry;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.CityServiceTest;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.Change;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GazetteerComponentTest extends CityServiceTest {
    private static final int CITIES = 37_547;

    @Autowired
    Gazetteer gazetteer;

    @Autowired
    AggregateStore<City> cities;

    @Autowired
    MongoTemplate mongo;

    @Test
    void it_is_loaded_once_and_goes_on_after_a_kill() {
        assertThat(shipped()).isEqualTo(CITIES);
        mongo.getCollection("cities").deleteOne(eq("_id", SEATTLE));

        gazetteer.loadOnce();

        assertThat(cities.find(SEATTLE)).as("not loaded again").isEmpty();
        killedHalfWay();
    }

    /** As after a kill: no mark, and the rest of the cities is missing. What was there, changed since or not, stays. */
    private void killedHalfWay() {
        mongo.getCollection("gazetteer-loads").deleteMany(Filters.empty());
        mongo.getCollection("cities").deleteMany(Filters.gt("state.coordinates.latitude", 60.0));
        var renamed = cities.change("gn2988507", GazetteerComponentTest::renamed);

        gazetteer.loadOnce();

        assertThat(shipped()).isEqualTo(CITIES);
        assertThat(cities.get("gn2988507")).isEqualTo(renamed);
        cities.change("gn2988507", paris -> Change.of(named(paris, "Paris")));
    }

    /** Without those that tests of imports register, whose numbers GeoNames has not given yet. */
    private long shipped() {
        return mongo.getCollection("cities").countDocuments(Filters.lt("state.geonameId", 99_000_000L));
    }

    private static Change<City> renamed(City paris) {
        return Change.of(named(paris, "Lutetia"));
    }

    private static City named(City city, String name) {
        return new City(
                city.geonameId(),
                new City.Names(name, null, city.names().others()),
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
