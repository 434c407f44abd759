package org.sistercities.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sistercities.events.event.EventBuilder.GALA_NIGHT;
import static org.sistercities.events.party.RegistrationBuilder.GALA;
import static org.sistercities.events.party.RegistrationBuilder.TERMS;
import static org.sistercities.events.party.RegistrationBuilder.aParty;
import static org.sistercities.events.registration.Desks.FOUR;
import static org.sistercities.events.registration.Desks.after;
import static org.sistercities.events.registration.Desks.batch;
import static org.sistercities.events.registration.Desks.of;
import static org.sistercities.events.registration.Desks.settled;
import static org.sistercities.events.registration.Desks.stored;
import static org.sistercities.events.registration.Desks.taken;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.events.event.PartySizeRefused;
import org.sistercities.events.party.Setting;
import org.sistercities.platform.aggregate.IdempotencyKeyReused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchTest {
    private final Arrival three = arrival("k", 3);

    @Test
    void one_key_makes_one_id_for_each_event() {
        assertThat(three.registrationId("gala")).isEqualTo(arrival("k", 1).registrationId("gala"));
        assertThat(three.registrationId("gala")).isNotEqualTo(three.registrationId("conference"));
    }

    @Test
    void the_same_request_many_times_in_one_batch_makes_one_registration() {
        var batch = batch(three, three, three);
        var after = batch.decide(FOUR, Map.of()).state();
        assertThat(taken(after, "ballroom")).isEqualTo(3);
        assertThat(batch.intents(after)).hasSize(1);
        assertThat(batch.answers(after)).extracting(Supplier::get).containsOnly(of(after, three));
    }

    @Test
    void another_request_under_the_same_key_is_refused_and_takes_nothing() {
        var batch = batch(arrival("k", 1), arrival("k", 2));
        var after = batch.decide(FOUR, Map.of()).state();
        assertThat(taken(after, "ballroom")).isEqualTo(1);
        assertThatExceptionOfType(IdempotencyKeyReused.class)
                .isThrownBy(() -> batch.answers(after).getLast().get());
    }

    @Test
    void each_gets_its_own_answer() {
        var batch = batch(arrival("a", 3), arrival("b", 2), arrival("c", 11));
        var after = batch.decide(FOUR, Map.of()).state();
        var answers = batch.answers(after);
        assertThat(answers.get(0).get()).isEqualTo(of(after, arrival("a", 3)));
        assertThatExceptionOfType(SoldOut.class)
                .isThrownBy(() -> answers.get(1).get())
                .satisfies(e -> assertThat(e.facts()).containsEntry("left", Map.of("gala", 1)));
        assertThatExceptionOfType(PartySizeRefused.class)
                .isThrownBy(() -> answers.get(2).get());
    }

    @Test
    void one_that_is_stored_is_the_answer_and_takes_nothing_even_when_tickets_are_no_longer_sold() {
        var registration = of(after(FOUR, three), three);
        var batch = new Batch(new Setting(GALA, TERMS, GALA_NIGHT.plusSeconds(1)), List.of(three));
        var after = batch.decide(FOUR, stored(registration)).state();
        assertThat(after).isEqualTo(FOUR);
        assertThat(batch.intents(after)).isEmpty();
        assertThat(batch.answers(after).getFirst().get()).isEqualTo(registration);
    }

    @Test
    void one_whose_intent_a_crash_left_behind_is_written_without_taking_places_again() {
        var left = after(FOUR, three);
        var retry = batch(three);
        var again = retry.decide(left, Map.of()).state();
        assertThat(again).isEqualTo(left);
        assertThat(retry.intents(again)).containsOnlyKeys(three.registrationId("gala"));
        assertThat(retry.answers(again).getFirst().get()).isEqualTo(of(left, three));
    }

    @Test
    void one_that_is_stored_loses_its_intent() {
        var left = after(FOUR, three);
        var after = batch(three).decide(left, stored(of(left, three))).state();
        assertThat(after).isEqualTo(settled(left));
    }

    @Test
    void the_last_decision_counts() {
        var batch = batch(three);
        batch.decide(FOUR, Map.of());
        var full = settled(after(FOUR, arrival("faster", 2)));
        var after = batch.decide(full, Map.of()).state();
        assertThat(batch.intents(after)).isEmpty();
        assertThatExceptionOfType(SoldOut.class)
                .isThrownBy(() -> batch.answers(after).getFirst().get());
    }

    private static Arrival arrival(String key, int places) {
        return Desks.arrives(key, aParty(key).of(places, "gala"));
    }
}
