package org.sistercities.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.event.EventBuilder.aGala;
import static org.sistercities.events.event.EventBuilder.priced;
import static org.sistercities.events.registration.RegistrationBuilder.aParty;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.EventsDomainEvent.RegistrationConfirmed;
import org.sistercities.contracts.EventsDomainEvent.Tickets;
import org.sistercities.events.event.Price;
import org.sistercities.platform.aggregate.IdempotencyKeyReused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfirmingARegistrationTest {

    @Test
    void it_is_announced_without_anybodys_name() {
        var registration =
                aParty("k").of(2, "gala").of(1, "vip").naming("Rosemary").confirmed();
        assertThat(registration.stored().events())
                .containsExactly(new RegistrationConfirmed(
                        registration.id(), "gala", List.of(new Tickets("gala", 2), new Tickets("vip", 1)), 3, NOON));
    }

    @Test
    void one_key_makes_one_id_for_each_event() {
        var arrival = aParty("k").of(1, "gala").arrives();
        assertThat(arrival.registrationId("gala"))
                .isEqualTo(aParty("k").of(9, "vip").arrives().registrationId("gala"));
        assertThat(arrival.registrationId("gala")).isNotEqualTo(arrival.registrationId("conference"));
    }

    @Test
    void the_same_request_gets_it_and_another_one_with_its_key_does_not() {
        var registration = aParty("k").of(1, "gala").confirmed();
        var same = aParty("k").of(1, "gala").arrives().request();
        var other = aParty("k").of(2, "gala").arrives().request();
        assertThat(registration.answering(same)).isSameAs(registration);
        assertThatExceptionOfType(IdempotencyKeyReused.class).isThrownBy(() -> registration.answering(other));
    }

    @Test
    void tickets_that_cost_something_are_refused_until_payment_is_offered() {
        var event = aGala().with(priced("gala", "120.00", "ballroom")).build();
        assertThatThrownBy(() -> aParty("k").of(2, "gala").at(event))
                .isInstanceOfSatisfying(
                        PaymentNotOffered.class,
                        e -> assertThat(e.facts())
                                .containsEntry("total", new Price("240.00", java.util.Currency.getInstance("USD"))));
    }

    @Test
    void guests_are_named_now_or_later_but_no_more_than_there_are_places() {
        assertThat(aParty("k")
                        .of(2, "gala")
                        .naming("Rosemary", "Ginger")
                        .confirmed()
                        .guests())
                .hasSize(2);
        assertThatExceptionOfType(MoreGuestsThanPlaces.class)
                .isThrownBy(() ->
                        aParty("k").of(1, "gala").naming("Rosemary", "Ginger").confirmed());
    }
}
