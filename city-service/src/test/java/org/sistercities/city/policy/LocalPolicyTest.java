package org.sistercities.city.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.city.registry.CitySummary;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalPolicyTest {
    private static final CitySummary SEATTLE = city("Seattle", "US", "United States", 47.6, -122.33);
    private static final CitySummary BERGEN = city("Bergen", "NO", "Norway", 60.39, 5.33);
    private static final CitySummary OSLO = city("Oslo", "NO", "Norway", 59.91, 10.75);

    @Test
    void one_per_country_names_the_one_that_is_there() {
        var policy = new LocalPolicy(true, null, null);

        assertThat(policy.against(OSLO, SEATTLE, List.of(BERGEN)))
                .containsExactly(Warning.of(
                        "one-per-country",
                        "Seattle",
                        "Seattle takes one partner in each country, and in Norway that is Bergen."));
        assertThat(policy.against(OSLO, SEATTLE, List.of())).isEmpty();
        assertThat(policy.against(BERGEN, SEATTLE, List.of(BERGEN)))
                .as("friends who become sisters")
                .isEmpty();
    }

    @Test
    void relations_are_known_with_the_countries_listed() {
        assertThat(new LocalPolicy(false, List.of("NO"), null).against(OSLO, SEATTLE, List.of()))
                .isEmpty();
        assertThat(new LocalPolicy(false, List.of("IE"), null).against(OSLO, SEATTLE, List.of()))
                .extracting(Warning::rule)
                .containsExactly("relations-unknown");
    }

    @Test
    void too_far_is_measured_along_the_great_circle() {
        assertThat(SEATTLE.coordinates().kilometresTo(OSLO.coordinates())).isCloseTo(7340, within(40.0));
        assertThat(new LocalPolicy(false, null, 8000).against(OSLO, SEATTLE, List.of()))
                .isEmpty();
        assertThat(new LocalPolicy(false, null, 5000).against(OSLO, SEATTLE, List.of()))
                .extracting(Warning::rule)
                .containsExactly("too-far");
    }

    @Test
    void no_policy_warns_of_nothing() {
        assertThat(LocalPolicy.NONE.against(OSLO, SEATTLE, List.of(BERGEN))).isEmpty();
    }

    private static CitySummary city(String name, String code, String country, double latitude, double longitude) {
        return new CitySummary(
                name, null, name, name, null, code, country, latitude, longitude, null, "Etc/UTC", false, null, null);
    }
}
