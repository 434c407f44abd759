package org.sistercities.events.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.event.EventBuilder.aGala;
import static org.sistercities.events.event.EventBuilder.priced;
import static org.sistercities.events.party.RegistrationBuilder.AT_NOON;
import static org.sistercities.events.party.RegistrationBuilder.TERMS;
import static org.sistercities.events.party.RegistrationBuilder.aParty;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.EventsDomainEvent.RegistrationConfirmed;
import org.sistercities.contracts.EventsDomainEvent.Tickets;
import org.sistercities.events.event.Price;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfirmingARegistrationTest {

    @Test
    void it_is_announced_without_anybodys_name() {
        var registration =
                aParty("k").of(2, "gala").of(1, "vip").naming("Rosemary").registered();
        assertThat(registration.born().events())
                .containsExactly(new RegistrationConfirmed(
                        "k", "gala", List.of(new Tickets("gala", 2), new Tickets("vip", 1)), 3, NOON));
    }

    @Test
    void tickets_that_cost_something_are_refused_until_payment_is_offered() {
        var event = aGala().with(priced("gala", "120.00", "ballroom")).build();
        assertThatThrownBy(() -> aParty("k").of(2, "gala").planned(new Setting(event, TERMS, NOON)))
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
                        .registered()
                        .party()
                        .names())
                .containsExactly("Rosemary", "Ginger");
        assertThatExceptionOfType(MoreGuestsThanPlaces.class)
                .isThrownBy(() ->
                        aParty("k").of(1, "gala").naming("Rosemary", "Ginger").planned(AT_NOON));
    }

    @Test
    void whoever_has_places_for_good_says_who_they_are() {
        assertThatExceptionOfType(ContactMissing.class)
                .isThrownBy(() -> aParty("k").of(1, "gala").anonymously().planned(AT_NOON));
    }
}
