package org.sistercities.events.invoice;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.events.event.EventBuilder.NOON;
import static org.sistercities.events.event.EventBuilder.aGala;
import static org.sistercities.events.event.EventBuilder.priced;
import static org.sistercities.events.event.EventBuilder.usd;
import static org.sistercities.events.party.RegistrationBuilder.TERMS;
import static org.sistercities.events.party.RegistrationBuilder.aParty;
import static org.sistercities.events.party.RegistrationBuilder.made;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.RegistrationRules;
import org.sistercities.events.event.Tickets;
import org.sistercities.events.invoice.Invoice.Kind;
import org.sistercities.events.party.Entry;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Setting;
import org.sistercities.events.party.Steps;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountTest {
    private final Event gala = aGala().with(priced("gala", "120.00", "ballroom"))
            .with(priced("vip", "120.00", "ballroom"))
            .with("free", "ballroom")
            .ruled(new RegistrationRules(14, null, List.of()))
            .build();
    private final Registration invoiced = aParty("k").of(2, "gala").registeredAt(gala);
    private final Invoice.Issuer issuer = new Invoice.Issuer("Sister Cities", List.of(), List.of("IBAN"), "");

    @Test
    void who_awaits_payment_gets_one_invoice_with_the_prices_of_the_registration() {
        var issued = settled(invoiced, NOON, List.of());
        assertThat(issued).singleElement().satisfies(invoice -> {
            assertThat(invoice.total()).isEqualTo(usd("240.00"));
            assertThat(invoice.lines()).singleElement().satisfies(line -> {
                assertThat(line.count()).isEqualTo(2);
                assertThat(line.price()).isEqualTo(usd("120.00"));
            });
            assertThat(invoice.recipient()).isEqualTo("Maria k");
            assertThat(invoice.dueAt()).isEqualTo(NOON.plus(ofDays(14)));
        });
        assertThat(settled(invoiced, NOON.plus(ofDays(1)), issued)).isEqualTo(issued);
    }

    @Test
    void what_costs_nothing_or_is_only_held_is_not_invoiced() {
        assertThat(settled(aParty("f").of(2, "free").registeredAt(gala), NOON, List.of()))
                .isEmpty();
        assertThat(settled(aParty("h").of(2, "gala").holding().registeredAt(gala), NOON, List.of()))
                .isEmpty();
    }

    @Test
    void a_cancellation_is_a_credit_note_over_the_whole_invoice_and_only_one() {
        var issued = settled(invoiced, NOON, List.of());
        var cancelled = made(invoiced, steps(invoiced).cancel(null));
        var corrected = settled(cancelled, NOON, issued);
        assertThat(corrected).hasSize(2);
        assertThat(corrected.getFirst()).isEqualTo(issued.getFirst());
        assertThat(corrected.getLast().kind()).isEqualTo(Kind.CREDIT_NOTE);
        assertThat(corrected.getLast().corrects()).isEqualTo(issued.getFirst().number());
        assertThat(corrected.getLast().total()).isEqualTo(usd("240.00"));
        assertThat(settled(cancelled, NOON, corrected)).isEqualTo(corrected);
    }

    @Test
    void other_tickets_are_a_credit_note_and_an_invoice() {
        var issued = settled(invoiced, NOON, List.of());
        var changed = made(invoiced, steps(invoiced).changeTickets(List.of(new Tickets("vip", 2)), null));
        assertThat(settled(changed, NOON, issued))
                .extracting(Invoice::kind)
                .containsExactly(Kind.INVOICE, Kind.CREDIT_NOTE, Kind.INVOICE);
    }

    @Test
    void who_does_not_pay_in_time_owes_nothing_and_is_charged_again_when_the_money_comes_after_all() {
        var issued = settled(invoiced, NOON, List.of());
        var late = NOON.plus(ofDays(15));
        var taken = settled(invoiced, late, issued);
        assertThat(taken).extracting(Invoice::kind).containsExactly(Kind.INVOICE, Kind.CREDIT_NOTE);
        var money = org.sistercities.events.party.Payment.byTransfer("2026-0815", LocalDate.of(2026, 12, 20));
        var paid = made(invoiced, new Steps(invoiced, new Setting(gala, TERMS, late), "erin").pay(money, null));
        assertThat(settled(paid, late, taken)).hasSize(3).last().satisfies(invoice -> {
            assertThat(invoice.kind()).isEqualTo(Kind.INVOICE);
            assertThat(invoice.dueAt()).isNull();
        });
    }

    private Steps steps(Registration registration) {
        return new Steps(registration, new Setting(gala, TERMS, NOON), Entry.GUEST);
    }

    /** What is issued in the end, numbered by its place. */
    private List<Invoice> settled(Registration registration, Instant now, List<Invoice> before) {
        var issued = new ArrayList<>(before);
        while (true) {
            var account = new Account(registration.id(), List.copyOf(issued));
            var next = account.next(registration, gala, issuer, now);
            if (next.isEmpty()) return issued;
            issued.add(next.get().issued("no. " + issued.size(), account.nextEntry(), LocalDate.EPOCH));
        }
    }
}
