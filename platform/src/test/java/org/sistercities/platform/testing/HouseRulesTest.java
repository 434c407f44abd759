package org.sistercities.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.DomainEvent;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.problem.Rejection;

/** Holds the rules against platform, and shows each of them a class that breaks it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HouseRulesTest {

    @Test
    void the_rules_of_the_house_hold() {
        HouseRules.check("org.sistercities.platform");
    }

    @Test
    void an_empty_name_is_found() {
        assertBreaks(HouseRules.NO_EMPTY_NAMES, SeatManager.class);
        assertBreaks(HouseRules.NO_EMPTY_NAMES, SeatServiceImpl.class);
    }

    @Test
    void a_cycle_is_found() {
        assertBreaks(
                HouseRules.noCyclesBelow("org.sistercities.platform.testing.cycle"),
                org.sistercities.platform.testing.cycle.one.One.class,
                org.sistercities.platform.testing.cycle.two.Two.class);
    }

    @Test
    void an_aggregate_with_a_clock_of_its_own_is_found() {
        assertBreaks(HouseRules.DOMAIN_IS_PLAIN, Watchful.class);
    }

    @Test
    void a_rejection_others_could_extend_is_found() {
        assertBreaks(HouseRules.REJECTIONS_ARE_FINAL, Vague.class);
    }

    @Test
    void an_event_outside_the_published_language_is_found() {
        assertBreaks(HouseRules.EVENTS_ARE_PUBLISHED_LANGUAGE, Gossip.class);
    }

    private static void assertBreaks(ArchRule rule, Class<?>... classes) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(classes)).hasViolation())
                .isTrue();
    }

    static class SeatManager {}

    static class SeatServiceImpl {}

    record Watchful(String id) {
        Change<Watchful> look() {
            Clock.systemUTC().instant();
            return Change.none(this);
        }
    }

    static class Vague extends Rejection {
        Vague() {
            super(Reason.CONFLICT, "no");
        }
    }

    record Gossip() implements DomainEvent {}
}
