package org.sistercities.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.registration.RegistrationBuilder.GALA;
import static org.sistercities.events.registration.RegistrationBuilder.aParty;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.events.event.EventBuilder;
import org.sistercities.events.event.PartySizeRefused;
import org.sistercities.platform.aggregate.IdempotencyKeyReused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchTest {
    private final Quotas four = Quotas.of(
            "gala", List.of(new Quota("ballroom", "Ballroom", 4, 0), new Quota("vip-room", "VIP room", 2, 0)));

    @Test
    void the_same_request_many_times_in_one_batch_makes_one_registration() {
        var three = aParty("k").of(3, "gala");
        var batch = batch(three.arrives(), three.arrives(), three.arrives());
        var after = batch.decide(four, Map.of()).state();
        assertThat(after.left(List.of("ballroom"))).isEqualTo(1);
        assertThat(batch.intents(after)).hasSize(1);
        assertThat(batch.answers(after)).extracting(Supplier::get).containsOnly(three.confirmed());
    }

    @Test
    void another_request_under_the_same_key_is_refused_and_takes_nothing() {
        var batch = batch(
                aParty("k").of(1, "gala").arrives(), aParty("k").of(2, "gala").arrives());
        var after = batch.decide(four, Map.of()).state();
        assertThat(after.left(List.of("ballroom"))).isEqualTo(3);
        assertThatExceptionOfType(IdempotencyKeyReused.class)
                .isThrownBy(() -> batch.answers(after).getLast().get());
    }

    @Test
    void each_gets_its_own_answer() {
        var batch = batch(
                aParty("a").of(3, "gala").arrives(),
                aParty("b").of(2, "gala").arrives(),
                aParty("c").of(11, "gala").arrives());
        var after = batch.decide(four, Map.of()).state();
        var answers = batch.answers(after);
        assertThat(answers.get(0).get()).isEqualTo(aParty("a").of(3, "gala").confirmed());
        assertThatExceptionOfType(SoldOut.class)
                .isThrownBy(() -> answers.get(1).get())
                .satisfies(e -> assertThat(e.facts()).containsEntry("left", Map.of("gala", 1)));
        assertThatExceptionOfType(PartySizeRefused.class)
                .isThrownBy(() -> answers.get(2).get());
    }

    @Test
    void one_that_is_stored_is_the_answer_and_takes_nothing_even_when_tickets_are_no_longer_sold() {
        var stored = aParty("k").of(3, "gala").confirmed();
        var batch =
                new Batch(GALA, List.of(aParty("k").of(3, "gala").arrives()), EventBuilder.GALA_NIGHT.plusSeconds(1));
        var after = batch.decide(four, Map.of(stored.id(), stored)).state();
        assertThat(after).isEqualTo(four);
        assertThat(batch.intents(after)).isEmpty();
        assertThat(batch.answers(after).getFirst().get()).isEqualTo(stored);
    }

    @Test
    void one_that_is_stored_takes_no_places_again_though_there_are_some() {
        var stored = aParty("k").of(1, "gala").confirmed();
        var batch = batch(aParty("k").of(1, "gala").arrives());
        assertThat(batch.decide(four, Map.of(stored.id(), stored)).state()).isEqualTo(four);
    }

    @Test
    void one_whose_intent_a_crash_left_behind_is_stored_without_taking_places_again() {
        var left = aParty("k").of(3, "gala").confirmed();
        var after = four.take(List.of(left)).state();
        var retry = batch(aParty("k").of(3, "gala").arrives());
        var again = retry.decide(after, Map.of()).state();
        assertThat(again).isEqualTo(after);
        assertThat(retry.intents(again)).containsOnlyKeys(left.id());
        assertThat(retry.answers(again).getFirst().get()).isEqualTo(left);
    }

    @Test
    void one_that_is_stored_loses_its_intent() {
        var stored = aParty("k").of(3, "gala").confirmed();
        var withIntent = four.take(List.of(stored)).state();
        var after = batch(aParty("k").of(3, "gala").arrives())
                .decide(withIntent, Map.of(stored.id(), stored))
                .state();
        assertThat(after.intents()).isEmpty();
        assertThat(after.left(List.of("ballroom"))).isEqualTo(1);
    }

    @Test
    void the_last_decision_counts() {
        var batch = batch(aParty("k").of(3, "gala").arrives());
        batch.decide(four, Map.of());
        var full =
                four.take(List.of(aParty("faster").of(2, "gala").confirmed())).state();
        var after = batch.decide(full, Map.of()).state();
        assertThat(batch.intents(after)).isEmpty();
        assertThatExceptionOfType(SoldOut.class)
                .isThrownBy(() -> batch.answers(after).getFirst().get());
    }

    private static Batch batch(Arrival... arrivals) {
        return new Batch(GALA, List.of(arrivals), NOON);
    }
}
