package org.sistercities.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sistercities.events.event.EventBuilder.GALA_NIGHT;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.event.EventBuilder.aGala;
import static org.sistercities.events.event.EventBuilder.aTicketType;
import static org.sistercities.events.event.EventBuilder.onSale;
import static org.sistercities.events.event.EventBuilder.parties;
import static org.sistercities.events.event.EventBuilder.priced;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.contracts.EventsDomainEvent.EventPublished;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DraftingAnEventTest {
    private static final List<String> QUOTAS = List.of("ballroom", "vip-room");

    @Test
    void a_draft_tells_nobody_anything() {
        var draft = aGala().with("gala", "ballroom")
                .with("vip", "ballroom", "vip-room")
                .draft()
                .build();
        assertThat(draft.drafted(QUOTAS).state()).isEqualTo(draft);
        assertThat(draft.drafted(QUOTAS).events()).isEmpty();
    }

    @Test
    void a_ticket_type_draws_only_from_quotas_the_event_has() {
        var draft = aGala().with("gala", "ballroom", "garden").draft().build();
        assertThatExceptionOfType(TicketRules.UnknownQuota.class).isThrownBy(() -> draft.drafted(QUOTAS));
    }

    @Test
    void ids_are_named_once() {
        var twoTypes = aGala().with("gala", "ballroom").with("gala", "vip-room").build();
        var twoDraws = aGala().with("gala", "ballroom", "ballroom").build();
        var fine = aGala().with("gala", "ballroom").build();
        assertThatExceptionOfType(TicketRules.NamedTwice.class).isThrownBy(() -> twoTypes.drafted(QUOTAS));
        assertThatExceptionOfType(TicketRules.NamedTwice.class).isThrownBy(() -> twoDraws.drafted(QUOTAS));
        assertThatExceptionOfType(TicketRules.NamedTwice.class)
                .isThrownBy(() -> fine.drafted(List.of("ballroom", "ballroom")));
    }

    @Test
    void a_ticket_type_nobody_could_ever_have_is_refused() {
        var closedBeforeOpen = aGala().with(onSale(aTicketType("gala", "ballroom"), NOON, NOON))
                .build();
        var noParty =
                aGala().with(parties(aTicketType("gala", "ballroom"), 4, 3)).build();
        assertThatExceptionOfType(TicketRules.NeverOnSale.class).isThrownBy(() -> closedBeforeOpen.drafted(QUOTAS));
        assertThatExceptionOfType(TicketRules.NeverOnSale.class).isThrownBy(() -> noParty.drafted(QUOTAS));
    }

    @Test
    void prices_are_in_one_currency() {
        var euros = new Money(BigDecimal.TEN, Currency.getInstance("EUR"));
        var mixed = aGala().with("gala", "ballroom")
                .with(priced(aTicketType("vip", "vip-room"), euros))
                .build();
        assertThatExceptionOfType(TicketRules.MixedCurrencies.class).isThrownBy(() -> mixed.drafted(QUOTAS));
    }

    @Test
    void a_published_event_offers_more_or_on_other_terms_but_takes_nothing_away() {
        var gala = aGala().with("gala", "ballroom").build();
        var dearer = priced("gala", "10.00", "ballroom");
        var vip = aTicketType("vip", "vip-room");
        var rules = new RegistrationRules(14, null, List.of());
        var offering = gala.offer(List.of(dearer, vip), rules, QUOTAS);
        assertThat(offering.state().ticketTypes()).containsExactly(dearer, vip);
        assertThat(offering.state().registrationRules()).isEqualTo(rules);
        assertThat(offering.events()).isEmpty();
        assertThatExceptionOfType(TicketRules.TicketTypeStays.class)
                .isThrownBy(() -> gala.offer(List.of(vip), rules, QUOTAS));
        var euros = priced(aTicketType("gala", "ballroom"), new Money(BigDecimal.TEN, Currency.getInstance("EUR")));
        assertThatExceptionOfType(TicketRules.CurrencyStays.class)
                .isThrownBy(() -> gala.offer(List.of(euros), rules, QUOTAS));
        assertThatExceptionOfType(TicketRules.UnknownQuota.class)
                .isThrownBy(() -> gala.offer(List.of(dearer, aTicketType("garden", "garden")), rules, QUOTAS));
    }

    @Test
    void a_draft_offers_whatever_it_likes_and_what_is_over_offers_nothing() {
        var vip = List.of(aTicketType("vip", "vip-room"));
        var draft = aGala().with("gala", "ballroom").draft().build();
        assertThat(draft.offer(vip, RegistrationRules.NONE, QUOTAS).state().ticketTypes())
                .isEqualTo(vip);
        var off = aGala().with("gala", "ballroom")
                .build()
                .cancel("A snowstorm.", NOON)
                .state();
        assertThatExceptionOfType(LifeCycle.EventIsClosed.class)
                .isThrownBy(() -> off.offer(vip, RegistrationRules.NONE, QUOTAS));
    }

    @Test
    void publishing_shows_it_and_announces_it_once() {
        var change = aGala().with("gala", "ballroom").draft().build().publish(NOON);
        assertThat(change.state().isPublic()).isTrue();
        assertThat(change.events())
                .containsExactly(new EventPublished(
                        "gala",
                        "inaugural-gala-2027",
                        "Inaugural Gala",
                        GALA_NIGHT,
                        "America/New_York",
                        "Hall of the Americas",
                        "gn4140963",
                        NOON));
        assertThat(change.state().publish(NOON.plusSeconds(1)).events()).isEmpty();
    }
}
