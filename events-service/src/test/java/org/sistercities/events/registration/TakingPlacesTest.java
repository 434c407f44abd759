package org.sistercities.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.registration.RegistrationBuilder.aParty;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TakingPlacesTest {
    private final Quotas quotas = Quotas.of(
            "gala", List.of(new Quota("ballroom", "Ballroom", 4, 0), new Quota("vip-room", "VIP room", 2, 0)));

    @Test
    void a_party_takes_its_places_and_leaves_its_registration_as_an_intent() {
        var three = aParty("three").of(3, "gala").confirmed();
        var after = take(quotas, three);
        assertThat(taken(after, "ballroom")).isEqualTo(3);
        assertThat(after.intents()).containsOnlyKeys(three.id()).containsValue(three);
    }

    @Test
    void it_takes_from_all_its_quotas_or_from_none() {
        var three = aParty("three-vips").of(3, "vip").confirmed();
        assertThat(take(quotas, three)).isEqualTo(quotas);

        var after = take(quotas, aParty("two-vips").of(2, "vip").confirmed());
        assertThat(taken(after, "ballroom")).isEqualTo(2);
        assertThat(taken(after, "vip-room")).isEqualTo(2);
    }

    @Test
    void a_party_that_does_not_fit_is_not_split_and_keeps_nobody_behind_it_from_fitting() {
        var three = aParty("a").of(3, "gala").confirmed();
        var two = aParty("b").of(2, "gala").confirmed();
        var one = aParty("c").of(1, "gala").confirmed();
        var after = take(quotas, three, two, one);
        assertThat(after.intents()).containsOnlyKeys(three.id(), one.id());
        assertThat(after.left(List.of("ballroom"))).isZero();
    }

    @Test
    void different_ticket_types_of_one_party_add_up() {
        var four = aParty("a").of(3, "gala").of(1, "vip").confirmed();
        assertThat(taken(take(quotas, four), "ballroom")).isEqualTo(4);
        var five = aParty("b").of(3, "gala").of(2, "vip").confirmed();
        assertThat(take(quotas, five)).isEqualTo(quotas);
    }

    @Test
    void a_registration_takes_its_places_once() {
        var three = aParty("three").of(3, "gala").confirmed();
        var once = take(quotas, three);
        assertThat(take(once, three, three)).isEqualTo(once);
    }

    @Test
    void settling_drops_the_intent_and_keeps_the_places() {
        var three = aParty("three").of(3, "gala").confirmed();
        var after = take(quotas, three).settle(Set.of(three.id(), "somebody else"));
        assertThat(after.intents()).isEmpty();
        assertThat(taken(after, "ballroom")).isEqualTo(3);
    }

    @Test
    void only_old_intents_are_left_behind() {
        var after = take(quotas, aParty("three").of(3, "gala").confirmed());
        assertThat(after.intentsBefore(NOON)).isEmpty();
        assertThat(after.intentsBefore(NOON.plusMillis(1))).hasSize(1);
    }

    @Test
    void what_is_left_of_a_ticket_type_is_what_is_left_of_its_scarcest_quota() {
        assertThat(quotas.left(List.of("ballroom"))).isEqualTo(4);
        assertThat(quotas.left(List.of("ballroom", "vip-room"))).isEqualTo(2);
    }

    @Test
    void an_oversold_quota_cannot_exist() {
        assertThatIllegalStateException().isThrownBy(() -> new Quota("ballroom", "Ballroom", 4, 5));
        assertThatIllegalStateException().isThrownBy(() -> new Quota("ballroom", "Ballroom", 4, -1));
    }

    private static Quotas take(Quotas quotas, Registration... parties) {
        return quotas.take(List.of(parties)).state();
    }

    private static int taken(Quotas quotas, String id) {
        return quotas.quotas().stream()
                .filter(quota -> quota.id().equals(id))
                .findFirst()
                .orElseThrow()
                .taken();
    }
}
