package org.sistercities.events.registration;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.party.RegistrationBuilder.aParty;
import static org.sistercities.events.party.RegistrationBuilder.after;
import static org.sistercities.events.registration.Desks.FOUR;
import static org.sistercities.events.registration.Desks.arrives;
import static org.sistercities.events.registration.Desks.at;
import static org.sistercities.events.registration.Desks.of;
import static org.sistercities.events.registration.Desks.settled;
import static org.sistercities.events.registration.Desks.stored;
import static org.sistercities.events.registration.Desks.taken;
import static org.sistercities.events.registration.Desks.wants;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.events.event.Code;
import org.sistercities.events.party.Details;
import org.sistercities.events.party.HoldExpired;
import org.sistercities.events.party.RegistrationBuilder;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TakingPlacesTest {
    private final Arrival three = arrives("three", aParty("three").of(3, "gala"));
    private final Arrival threeHeld =
            arrives("three", aParty("three").of(3, "gala").holding());

    @Test
    void a_party_takes_its_places_and_leaves_its_registration_as_an_intent() {
        var after = Desks.after(FOUR, three);
        assertThat(taken(after, "ballroom")).isEqualTo(3);
        assertThat(after.intents()).containsOnlyKeys(three.registrationId("gala"));
    }

    @Test
    void a_copy_of_the_event_has_the_same_places_all_free_and_no_codes() {
        var ledger = new Ledger(Desks.after(FOUR, three), RegistrationBuilder.AT_NOON);
        ledger.add(new Quota(Code.quota("EMBASSY"), "EMBASSY", 20, 0));
        var copied = ledger.quotas().emptied("copy");
        assertThat(ledger.quotas().ids()).isEqualTo(FOUR.ids());
        assertThat(copied).isEqualTo(Quotas.of("copy", FOUR.quotas()));
    }

    @Test
    void it_takes_from_all_its_quotas_or_from_none() {
        assertThat(Desks.after(FOUR, arrives("a", aParty("a").of(3, "vip")))).isEqualTo(FOUR);

        var after = Desks.after(FOUR, arrives("b", aParty("b").of(2, "vip")));
        assertThat(taken(after, "ballroom")).isEqualTo(2);
        assertThat(taken(after, "vip-room")).isEqualTo(2);
    }

    @Test
    void a_party_that_does_not_fit_is_not_split_and_keeps_nobody_behind_it_from_fitting() {
        var two = arrives("b", aParty("b").of(2, "gala"));
        var one = arrives("c", aParty("c").of(1, "gala"));
        var after = Desks.after(FOUR, three, two, one);
        assertThat(after.intents()).containsOnlyKeys(three.registrationId("gala"), one.registrationId("gala"));
        assertThat(left(after)).isZero();
    }

    @Test
    void different_ticket_types_of_one_party_add_up() {
        assertThat(taken(
                        Desks.after(FOUR, arrives("a", aParty("a").of(3, "gala").of(1, "vip"))), "ballroom"))
                .isEqualTo(4);
        assertThat(Desks.after(FOUR, arrives("b", aParty("b").of(3, "gala").of(2, "vip"))))
                .isEqualTo(FOUR);
    }

    @Test
    void a_registration_takes_its_places_once() {
        var once = Desks.after(FOUR, three);
        assertThat(Desks.after(once, three, three)).isEqualTo(once);
    }

    @Test
    void settling_drops_the_intent_and_keeps_the_places() {
        var after = Desks.after(FOUR, three).settle(Map.of(three.registrationId("gala"), 1, "somebody else", 7));
        assertThat(after.intents()).isEmpty();
        assertThat(taken(after, "ballroom")).isEqualTo(3);
    }

    @Test
    void settling_one_step_keeps_the_intent_of_the_next() {
        var born = Desks.after(FOUR, threeHeld);
        var confirmed = Desks.after(born, wants(of(born, threeHeld), steps -> steps.confirm(Details.NONE)));
        var id = threeHeld.registrationId("gala");
        assertThat(confirmed.settle(Map.of(id, 1)).intents()).containsOnlyKeys(id);
        assertThat(confirmed.settle(Map.of(id, 2)).intents()).isEmpty();
    }

    @Test
    void only_old_intents_are_left_behind() {
        var after = Desks.after(FOUR, three);
        assertThat(after.intentsBefore(NOON)).isEmpty();
        assertThat(after.intentsBefore(NOON.plusMillis(1))).hasSize(1);
    }

    @Test
    void what_is_left_of_a_ticket_type_is_what_is_left_of_its_scarcest_quota() {
        assertThat(FOUR.left(List.of("ballroom"), NOON)).isEqualTo(4);
        assertThat(FOUR.left(List.of("ballroom", "vip-room"), NOON)).isEqualTo(2);
    }

    @Test
    void an_oversold_quota_cannot_exist() {
        assertThatIllegalStateException().isThrownBy(() -> new Quota("ballroom", "Ballroom", 4, 5));
        assertThatIllegalStateException().isThrownBy(() -> new Quota("ballroom", "Ballroom", 4, -1));
    }

    @Test
    void held_places_are_one_sum_for_all_whose_time_ends_together_and_are_nobodys_afterwards() {
        var other = arrives("other", aParty("other").of(1, "gala").holding());
        var after = Desks.after(FOUR, threeHeld, other);
        assertThat(after.held().slots()).hasSize(1);
        assertThat(taken(after, "ballroom")).isZero();
        assertThat(left(after)).isZero();
        assertThat(after.left(List.of("ballroom"), NOON.plus(ofMinutes(15)))).isEqualTo(4);
    }

    @Test
    void an_expired_hold_is_taken_over_at_once_and_can_no_longer_be_confirmed() {
        var held = Desks.after(FOUR, threeHeld);
        var registration = of(held, threeHeld);
        var four = arrives("four", aParty("four").of(4, "gala"));
        var over =
                at(after(ofMinutes(15)), four).decide(settled(held), Map.of()).state();
        assertThat(taken(over, "ballroom")).isEqualTo(4);
        assertThat(over.held().recorded()).isFalse();

        var late = Desks.batch(
                wants(registration, steps -> steps.confirm(Details.NONE))); // by a replica whose clock is slow
        var after = late.decide(over, stored(registration)).state();
        assertThat(after).isEqualTo(over);
        assertThatExceptionOfType(HoldExpired.class)
                .isThrownBy(() -> late.answers(after).getFirst().get());
    }

    @Test
    void confirming_moves_held_places_and_cancelling_frees_them_once() {
        var held = Desks.after(FOUR, threeHeld);
        var confirmed = Desks.after(held, wants(of(held, threeHeld), steps -> steps.confirm(Details.NONE)));
        assertThat(confirmed.held().slots()).isEmpty();
        assertThat(taken(confirmed, "ballroom")).isEqualTo(3);

        var registration = of(confirmed, threeHeld);
        var cancelled = Desks.after(
                confirmed,
                wants(registration, steps -> steps.cancel(null)),
                wants(registration, steps -> steps.cancel(null)));
        assertThat(left(cancelled)).isEqualTo(4);
        assertThat(of(cancelled, threeHeld).standing().step()).isEqualTo(3);
    }

    private static int left(Quotas quotas) {
        return quotas.left(List.of("ballroom"), NOON);
    }
}
