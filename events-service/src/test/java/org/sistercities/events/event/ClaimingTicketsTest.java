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
import static org.sistercities.events.event.EventBuilder.usd;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClaimingTicketsTest {
    private final Event gala = aGala().with(priced("gala", "120.50", "ballroom"))
            .with("vip", "ballroom", "vip-room")
            .build();

    @Test
    void tickets_come_to_places_draws_and_a_total() {
        var claim = gala.claim(List.of(new Tickets("gala", 3), new Tickets("vip", 2)), null, NOON);
        assertThat(claim)
                .isEqualTo(new Claim(
                        5,
                        Map.of("ballroom", 5, "vip-room", 2),
                        List.of(
                                new Claim.Line("gala", "gala", 3, usd("120.50"), usd("0")),
                                new Claim.Line("vip", "vip", 2, usd("0"), usd("0"))),
                        usd("361.50")));
    }

    @Test
    void an_unknown_ticket_type_is_refused_with_those_there_are() {
        assertThatExceptionOfType(UnknownTicketType.class)
                .isThrownBy(() -> claim(gala, "golden", 1))
                .satisfies(e -> assertThat(e.facts()).containsEntry("ticketTypes", List.of("gala", "vip")));
    }

    @Test
    void a_ticket_type_is_listed_once() {
        assertThatExceptionOfType(TicketRules.NamedTwice.class)
                .isThrownBy(() -> gala.claim(List.of(new Tickets("vip", 1), new Tickets("vip", 1)), null, NOON));
    }

    @Test
    void tickets_are_on_sale_from_the_first_to_just_before_the_last_instant_of_their_window() {
        var until = NOON.plusSeconds(60);
        var event = aGala().with(onSale(aTicketType("gala", "ballroom"), NOON, until))
                .build();
        assertThat(onSaleAt(event, NOON.minusMillis(1))).isFalse();
        assertThat(onSaleAt(event, NOON)).isTrue();
        assertThat(onSaleAt(event, until.minusMillis(1))).isTrue();
        assertThat(onSaleAt(event, until)).isFalse();
    }

    @Test
    void nothing_is_on_sale_once_the_event_has_begun_or_while_it_is_a_draft() {
        assertThat(onSaleAt(gala, GALA_NIGHT.minusMillis(1))).isTrue();
        assertThat(onSaleAt(gala, GALA_NIGHT)).isFalse();
        assertThat(onSaleAt(aGala().with("gala", "ballroom").draft().build(), NOON))
                .isFalse();
    }

    @Test
    void what_is_not_on_sale_is_refused_with_its_window() {
        var event = aGala().with(onSale(aTicketType("gala", "ballroom"), NOON.plusSeconds(1), GALA_NIGHT))
                .build();
        assertThatExceptionOfType(NotOnSale.class)
                .isThrownBy(() -> claim(event, "gala", 1))
                .satisfies(e -> assertThat(e.facts())
                        .containsEntry("from", NOON.plusSeconds(1))
                        .containsEntry("until", GALA_NIGHT));
    }

    @Test
    void a_party_is_neither_too_small_nor_too_large() {
        var event =
                aGala().with(parties(aTicketType("table", "ballroom"), 8, 10)).build();
        assertThat(claim(event, "table", 8).places()).isEqualTo(8);
        assertThat(claim(event, "table", 10).places()).isEqualTo(10);
        assertThatExceptionOfType(PartySizeRefused.class).isThrownBy(() -> claim(event, "table", 7));
        assertThatExceptionOfType(PartySizeRefused.class).isThrownBy(() -> claim(event, "table", 11));
    }

    @Test
    void a_percentage_is_taken_off_each_ticket_and_rounded_half_up() {
        var code = code(List.of(), false, new Discount(15, null), null);
        var claim = gala.claim(List.of(new Tickets("gala", 2)), code, NOON); // 120.50 - 18.08 (18.075)
        assertThat(claim.total()).isEqualTo(usd("204.84"));
        assertThat(claim.draws()).isEqualTo(Map.of("ballroom", 2));
    }

    @Test
    void an_amount_taken_off_is_never_more_than_the_price_and_counted_uses_are_drawn_once_a_party() {
        var code = code(List.of("gala"), false, new Discount(null, usd("500")), 10);
        var claim = gala.claim(List.of(new Tickets("gala", 2), new Tickets("vip", 1)), code, NOON);
        assertThat(claim.total()).isEqualTo(usd("0"));
        assertThat(claim.draws()).isEqualTo(Map.of("ballroom", 3, "vip-room", 1, "code:SPRING26", 1));
    }

    @Test
    void a_ticket_type_by_code_needs_a_code_that_opens_it() {
        var event = aGala().with(EventBuilder.byCode(aTicketType("gala", "ballroom")))
                .with("vip", "ballroom")
                .build();
        var tickets = List.of(new Tickets("gala", 1));
        var promo = code(List.of(), false, new Discount(10, null), null);
        assertThatExceptionOfType(Code.CodeNeeded.class).isThrownBy(() -> event.claim(tickets, null, NOON));
        assertThatExceptionOfType(Code.CodeNeeded.class).isThrownBy(() -> event.claim(tickets, promo, NOON));
        var key = code(List.of("gala"), true, null, 1);
        assertThat(event.claim(tickets, key, NOON).places()).isEqualTo(1);
        assertThatExceptionOfType(Code.UnknownCode.class).isThrownBy(() -> event.claim(tickets, key.revoke(), NOON));
        assertThatExceptionOfType(Code.CodeForOtherTickets.class)
                .isThrownBy(() -> event.claim(List.of(new Tickets("vip", 1)), key, NOON));
    }

    @Test
    void what_a_party_has_already_need_not_be_on_sale_but_what_comes_on_top_must() {
        var event = aGala().with(onSale(aTicketType("gala", "ballroom"), null, NOON))
                .build();
        var two = List.of(new Tickets("gala", 2));
        assertThat(event.claim(List.of(new Tickets("gala", 1)), two, null, NOON).places())
                .isEqualTo(1);
        assertThatExceptionOfType(NotOnSale.class)
                .isThrownBy(() -> event.claim(List.of(new Tickets("gala", 3)), two, null, NOON));
    }

    private static Code code(List<String> types, boolean access, Discount discount, Integer uses) {
        return new Code("gala/SPRING26", "gala", "SPRING26", types, access, discount, uses, false);
    }

    private static Claim claim(Event event, String type, int count) {
        return event.claim(List.of(new Tickets(type, count)), null, NOON);
    }

    private static boolean onSaleAt(Event event, Instant now) {
        return event.isOnSale(event.ticketTypes().getFirst(), now);
    }
}
