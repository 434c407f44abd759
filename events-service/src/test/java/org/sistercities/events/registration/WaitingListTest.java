package org.sistercities.events.registration;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sistercities.events.event.EventBuilder.GALA_NIGHT;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.party.RegistrationBuilder.AT_NOON;
import static org.sistercities.events.party.RegistrationBuilder.GALA;
import static org.sistercities.events.party.RegistrationBuilder.TERMS;
import static org.sistercities.events.party.RegistrationBuilder.aParty;
import static org.sistercities.events.registration.Desks.FOUR;
import static org.sistercities.events.registration.Desks.arrives;
import static org.sistercities.events.registration.Desks.at;
import static org.sistercities.events.registration.Desks.batch;
import static org.sistercities.events.registration.Desks.of;
import static org.sistercities.events.registration.Desks.settled;
import static org.sistercities.events.registration.Desks.stored;
import static org.sistercities.events.registration.Desks.wants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.sistercities.events.party.Entry;
import org.sistercities.events.party.Intent;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Setting;
import org.sistercities.events.party.Status;
import org.sistercities.events.party.Steps;
import org.sistercities.events.party.Terms;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitingListTest {
    private final Arrival seated = arrives("seated", aParty("seated").of(4, "gala"));
    private final Quotas sold = settled(Desks.after(FOUR, seated));
    private final Registration guest = of(Desks.after(FOUR, seated), seated);

    @Test
    void a_party_for_which_there_are_places_does_not_wait() {
        var party = waiting("a", 4, "gala");
        assertThat(status(Desks.after(FOUR, party), party)).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void freed_places_are_offered_in_order_in_the_same_change() {
        var first = waiting("first", 3, "gala");
        var second = waiting("second", 1, "gala");
        var third = waiting("third", 1, "gala");
        var line = Desks.after(sold, first, second, third);
        assertThat(line.waiting()).extracting(Waiting::registrationId).containsExactly(ids(first, second, third));

        var after = at(AT_NOON, wants(guest, steps -> steps.cancel(null)))
                .decide(line, stored(guest))
                .state();
        assertThat(List.of(status(after, first), status(after, second), status(after, third)))
                .containsExactly(Status.OFFERED, Status.OFFERED, Status.WAITLISTED);
        assertThat(of(after, first).standing().until()).isEqualTo(NOON.plus(ofHours(24)));
        assertThat(after.waiting()).hasSize(1);
    }

    @Test
    void a_large_party_is_neither_split_nor_passed_by_those_behind_it_or_those_who_come() {
        var small = arrives("small", aParty("small").of(2, "gala"));
        var other = arrives("other", aParty("other").of(2, "gala"));
        var seats = Desks.after(FOUR, small, other);
        var large = waiting("large", 4, "gala");
        var behind = waiting("behind", 1, "gala");
        var after = at(AT_NOON, wants(of(seats, small), steps -> steps.cancel(null)))
                .decide(Desks.after(seats, large, behind), Map.of())
                .state();
        assertThat(after.waiting()).extracting(Waiting::registrationId).containsExactly(ids(large, behind));
        assertThat(after.left(List.of("ballroom"), NOON)).isZero();

        var newcomer = batch(arrives("newcomer", aParty("newcomer").of(1, "gala")));
        var refused = newcomer.decide(after, Map.of()).state();
        assertThatExceptionOfType(SoldOut.class)
                .isThrownBy(() -> newcomer.answers(refused).getFirst().get())
                .satisfies(e -> assertThat(e.facts()).containsEntry("waitingList", true));
    }

    @Test
    void a_party_behind_is_served_when_it_needs_nothing_those_before_it_wait_for() {
        var quotas = Quotas.of("gala", List.of(new Quota("ballroom", "", 4, 4), new Quota("vip-room", "", 2, 2)));
        var gala = waiting("gala", 2, "gala");
        var vip = waiting("vip", 1, "vip");
        var line = settled(Desks.after(quotas, gala, vip));
        var more = resized(line, "vip-room", 4);
        assertThat(more.waiting()).hasSize(2); // a VIP sits in the ballroom, too
        assertThat(resized(more, "ballroom", 7).waiting()).isEmpty();
    }

    @Test
    void one_who_leaves_the_line_lets_those_behind_come_forward() {
        var two = arrives("two", aParty("two").of(2, "gala"));
        var seats = settled(Desks.after(FOUR, two));
        var large = waiting("large", 4, "gala");
        var behind = waiting("behind", 2, "gala");
        var line = Desks.after(seats, large, behind);
        var after = Desks.after(line, wants(of(line, large), steps -> steps.cancel(null)));
        assertThat(status(after, behind)).isEqualTo(Status.OFFERED);
    }

    @Test
    void an_offer_that_runs_out_goes_to_the_next_whoever_comes_first() {
        var first = waiting("first", 4, "gala");
        var second = waiting("second", 4, "gala");
        var line = Desks.after(sold, first, second);
        var offered = at(AT_NOON, wants(guest, steps -> steps.cancel(null)))
                .decide(line, stored(guest))
                .state();
        var later = new Setting(GALA, TERMS, NOON.plus(ofHours(24)));
        var after = at(later, arrives("newcomer", aParty("newcomer").of(1, "gala")))
                .decide(offered, Map.of())
                .state();
        assertThat(of(after, first).standing().at(later.now())).isEqualTo(Status.EXPIRED);
        assertThat(status(after, second)).isEqualTo(Status.OFFERED);
    }

    @Test
    void an_offer_ends_when_the_event_begins_and_none_is_made_afterwards() {
        var first = waiting("first", 4, "gala");
        var line = Desks.after(sold, first);
        var eve = new Setting(GALA, TERMS, GALA_NIGHT.minusSeconds(60));
        var offered = at(eve, wants(guest, steps -> steps.cancel(null)))
                .decide(line, stored(guest))
                .state();
        assertThat(of(offered, first).standing().until()).isEqualTo(GALA_NIGHT);
        var night = new Setting(GALA, TERMS, GALA_NIGHT);
        var after = at(night, wants(guest, steps -> steps.cancel(null)))
                .decide(line, stored(guest))
                .state();
        assertThat(status(after, first)).isEqualTo(Status.WAITLISTED);
    }

    @Test
    void the_line_has_an_end() {
        var tiny = new Setting(GALA, new Terms(TERMS.hold(), TERMS.offer(), TERMS.checkout(), 1), NOON);
        var batch = at(tiny, waiting("a", 1, "gala"), waiting("b", 1, "gala"));
        var after = batch.decide(sold, Map.of()).state();
        assertThat(after.waiting()).hasSize(1);
        assertThatExceptionOfType(WaitingListFull.class)
                .isThrownBy(() -> batch.answers(after).getLast().get());
    }

    @Test
    void a_quota_is_not_cut_below_what_is_taken_or_held() {
        var held = Desks.after(FOUR, arrives("h", aParty("h").of(2, "gala").holding()), waiting("c", 1, "gala"));
        assertThatExceptionOfType(BelowWhatIsTaken.class).isThrownBy(() -> resized(held, "ballroom", 2));
        assertThat(resized(held, "ballroom", 3).left(List.of("ballroom"), NOON)).isZero();
        assertThatExceptionOfType(NoSuchQuota.class).isThrownBy(() -> resized(held, "garden", 2));
    }

    /** Random parties come, cancel and accept; seeds are the repetitions, so a failure can be seen again. */
    @RepeatedTest(200)
    void nobody_is_split_passed_or_offered_twice_and_no_place_lies_idle(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var quotas = Desks.quotas(8);
        var known = new HashMap<String, Registration>();
        for (int i = 0; i < 60; i++) {
            var before = quotas;
            var arrival = any(random, i, new ArrayList<>(known.values()));
            var batch = at(AT_NOON, arrival);
            quotas = batch.decide(before, Map.copyOf(known)).state();
            for (var intent : quotas.intents().entrySet())
                known.compute(intent.getKey(), (_, stored) -> intent.getValue().applied(stored));
            assertOrder(before, quotas, quotas.intents());
            quotas = settled(quotas);
            assertNobodyWaitsForWhatIsFree(quotas);
            assertThat(known.values())
                    .allSatisfy(r -> assertThat(r.history().stream().filter(entry -> entry.what() == Entry.Act.OFFERED))
                            .hasSizeLessThanOrEqualTo(1));
        }
    }

    /** Who was offered something was not behind somebody who waits for the same and still does. */
    private static void assertOrder(Quotas before, Quotas after, Map<String, Intent> intents) {
        var still = after.waiting().stream().map(Waiting::registrationId).toList();
        for (int i = 0; i < before.waiting().size(); i++) {
            var party = before.waiting().get(i);
            var intent = intents.get(party.registrationId());
            if (intent == null || intent.steps().getLast().to().status() != Status.OFFERED) continue;
            assertThat(before.waiting().subList(0, i))
                    .filteredOn(earlier -> still.contains(earlier.registrationId()))
                    .allSatisfy(earlier -> assertThat(earlier.draws().keySet())
                            .doesNotContainAnyElementsOf(party.draws().keySet()));
        }
    }

    private static void assertNobodyWaitsForWhatIsFree(Quotas quotas) {
        if (quotas.waiting().isEmpty()) return;
        var first = quotas.waiting().getFirst();
        assertThat(quotas.quotas().stream()
                        .allMatch(quota ->
                                quotas.free(quota, NOON) >= first.draws().getOrDefault(quota.id(), 0)))
                .isFalse();
    }

    private static Arrival any(Random random, int i, List<Registration> known) {
        if (known.isEmpty() || random.nextInt(3) == 0)
            return waiting("p" + i, 1 + random.nextInt(4), random.nextInt(3) == 0 ? "vip" : "gala");
        var party = known.get(random.nextInt(known.size()));
        return random.nextBoolean() ? wants(party, steps -> steps.cancel(null)) : wants(party, Steps::accept);
    }

    private static Quotas resized(Quotas quotas, String quota, int capacity) {
        var ledger = new Ledger(quotas, AT_NOON);
        ledger.resize(quota, capacity);
        return ledger.quotas();
    }

    private static Arrival waiting(String key, int places, String type) {
        return arrives(key, aParty(key).of(places, type).orWaiting());
    }

    private static Status status(Quotas quotas, Arrival arrival) {
        return of(quotas, arrival).standing().status();
    }

    private static String[] ids(Arrival... arrivals) {
        return Arrays.stream(arrivals)
                .map(arrival -> arrival.registrationId("gala"))
                .toArray(String[]::new);
    }
}
