package org.sistercities.web;

import org.junit.jupiter.api.Test;
import org.sistercities.platform.testing.HouseRules;

class HouseRulesTest {
    @Test
    void the_rules_of_the_house_hold() {
        HouseRules.check("org.sistercities.web");
    }
}
