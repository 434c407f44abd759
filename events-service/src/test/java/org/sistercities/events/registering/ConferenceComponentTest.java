package org.sistercities.events.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sistercities.events.TicketOffice.atOnce;
import static org.sistercities.events.TicketOffice.eventsTeam;
import static org.sistercities.events.TicketOffice.newKey;
import static org.sistercities.events.TicketOffice.party;
import static org.sistercities.events.TicketOffice.showing;
import static org.sistercities.events.TicketOffice.waiting;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercities.events.TicketOffice;
import org.sistercities.events.TicketOffice.Answer;
import org.sistercities.platform.testing.RealServices;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Codes, invoices, approvals, guests named later and a waiting list, as they look from outside. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServices.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConferenceComponentTest {
    private static final String PAID = "{\"reference\": \"2026-0815\", \"receivedOn\": \"2026-11-20\"}";

    private TicketOffice office;
    private String event;

    @BeforeEach
    void open(@LocalServerPort int port) {
        office = new TicketOffice(port);
        event = office.conference(10);
    }

    @Test
    void a_code_opens_a_ticket_type_and_makes_it_cheaper() {
        assertThat(office.register(event, newKey(), party(1, "invited")).problem())
                .isEqualTo("/problems/code-needed");
        assertThat(office.register(event, newKey(), showing("NOBODY", 1, "invited"))
                        .problem())
                .isEqualTo("/problems/unknown-code");
        var issued = office.issue(
                event, "{\"code\": \"EMBASSY\", \"access\": true, \"percentOff\": 25, \"ticketTypes\": [\"invited\"]}");
        assertThat(issued.status()).as(issued.response().body()).isEqualTo(201);
        var registered = office.register(event, newKey(), showing("EMBASSY", 2, "invited"));
        assertThat(registered.json().at("/total/amount").asString()).isEqualTo("150.00");
        assertThat(registered.json().path("status").asString()).isEqualTo("AWAITING_PAYMENT");
        assertThat(office.register(event, newKey(), showing("EMBASSY", 2, "gala"))
                        .problem())
                .isEqualTo("/problems/code-for-other-tickets");
    }

    @RepeatedTest(3)
    void the_last_use_of_a_code_is_given_once_and_comes_back_with_a_cancellation() {
        office.issue(event, "{\"code\": \"ONCE\", \"percentOff\": 100, \"access\": true, \"uses\": 1}");
        var answers = atOnce(20, _ -> office.register(event, newKey(), showing("ONCE", 1, "invited")));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::problem)
                .containsOnly("/problems/code-used-up");
        assertThat(code("ONCE").path("used").asInt()).isEqualTo(1);
        var winner = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow();
        office.step(winner, "cancellation", "");
        assertThat(office.register(event, newKey(), showing("ONCE", 1, "invited"))
                        .status())
                .isEqualTo(201);
        assertThat(office.taken(event, "ballroom")).isEqualTo(1);
    }

    @Test
    void a_code_is_revoked_and_those_who_have_used_it_stay() {
        office.issue(event, "{\"code\": \"GUESTS\", \"percentOff\": 100, \"access\": true, \"uses\": 5}");
        var registered = office.register(event, newKey(), showing("GUESTS", 1, "invited"));
        var path = "/api/v1/events/" + event + "/codes";
        assertThat(office.post(path + "/GUESTS/revocation", "", "", eventsTeam())
                        .json()
                        .path("revoked")
                        .asBoolean())
                .isTrue();
        assertThat(office.register(event, newKey(), showing("GUESTS", 1, "invited"))
                        .problem())
                .isEqualTo("/problems/unknown-code");
        assertThat(office.seen(registered).path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(office.get(path, eventsTeam()).json().at("/items/0/code").asString())
                .isEqualTo("GUESTS");
        assertThat(office.issue(event, "{\"code\": \"USELESS\"}").problem()).isEqualTo("/problems/good-for-nothing");
        assertThat(office.get(path, "").status()).isEqualTo(401);
    }

    @Test
    void an_invoice_is_paid_once_and_cancelling_then_asks_for_a_refund() {
        var registered = office.register(event, newKey(), party(2, "patron"));
        assertThat(registered.json().path("status").asString()).isEqualTo("AWAITING_PAYMENT");
        assertThat(registered.json().hasNonNull("until")).isTrue();
        assertThat(office.places(event, "ballroom", "held")).isEqualTo(2);
        var tooLittle = PAID.replace("}", ", \"amount\": {\"amount\": \"1\", \"currency\": \"USD\"}}");
        assertThat(office.decide(registered, "payment", tooLittle).problem()).isEqualTo("/problems/other-amount");
        assertThat(standing("AWAITING_PAYMENT")).isEqualTo(1);
        var paid = office.decide(registered, "payment", PAID);
        assertThat(standing("AWAITING_PAYMENT")).isZero();
        assertThat(standing("CONFIRMED")).isEqualTo(1);
        assertThat(paid.json().path("status").asString())
                .as(paid.response().body())
                .isEqualTo("CONFIRMED");
        assertThat(office.decide(registered, "payment", PAID).json()).isEqualTo(paid.json());
        assertThat(office.decide(registered, "payment", PAID.replace("0815", "0816"))
                        .problem())
                .isEqualTo("/problems/not-awaited");
        assertThat(office.taken(event, "ballroom")).isEqualTo(2);
        assertThat(office.step(registered, "cancellation", "")
                        .json()
                        .at("/payment/refundDue")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void money_for_a_cancelled_registration_is_recorded_and_has_to_go_back() {
        var registered = office.register(event, newKey(), party(2, "patron"));
        office.step(registered, "cancellation", "");
        var recorded = office.decide(registered, "payment", PAID);
        assertThat(recorded.status()).isEqualTo(202);
        assertThat(recorded.json().at("/payment/refundDue").asBoolean()).isTrue();
        var seen = office.seen(registered);
        assertThat(seen.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(seen.at("/payment/reference").asString()).isEqualTo("2026-0815");
        assertThat(office.places(event, "ballroom", "left")).isEqualTo(10);
    }

    @Test
    void without_a_provider_nobody_pays_by_card() {
        var registered = office.register(event, newKey(), party(1, "patron"));
        assertThat(office.step(registered, "checkout", "").problem()).isEqualTo("/problems/card-payment-not-offered");
        assertThat(office.post("/api/v1/payments/stripe/notices", "{}", "", "").problem())
                .isEqualTo("/problems/card-payment-not-offered");
    }

    @Test
    void the_press_is_approved_as_places_allow_or_rejected_with_a_note() {
        var first = office.register(event, newKey(), party(10, "press"));
        var second = office.register(event, newKey(), party(1, "press"));
        assertThat(first.json().path("status").asString()).isEqualTo("AWAITING_APPROVAL");
        assertThat(office.places(event, "ballroom", "left")).isEqualTo(10);
        assertThat(office.decide(first, "approval", "").json().path("status").asString())
                .isEqualTo("CONFIRMED");
        assertThat(office.decide(second, "approval", "").problem()).isEqualTo("/problems/sold-out");
        assertThat(office.decide(second, "approval", "{\"waitingList\": true}")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("WAITLISTED");
        assertThat(office.decide(second, "rejection", "{\"note\": \"no\"}").problem())
                .isEqualTo("/problems/not-awaited");
        var third = office.register(event, newKey(), party(1, "press"));
        assertThat(office.decide(third, "rejection", "{\"note\": \"no\"}")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("REJECTED");
        assertThat(office.step(third, "approval", "").status()).isEqualTo(401);
    }

    @Test
    void a_party_waits_in_line_is_offered_what_becomes_free_and_accepts() {
        var seated = office.register(event, newKey(), party(10, "gala"));
        var first = office.register(event, newKey(), waiting(4, "gala"));
        var second = office.register(event, newKey(), waiting(8, "gala"));
        assertThat(second.json().path("status").asString()).isEqualTo("WAITLISTED");
        assertThat(second.json().path("position").asInt()).isEqualTo(2);
        var line = office.get("/api/v1/events/" + event + "/waiting-list", eventsTeam())
                .json();
        assertThat(line.at("/items/0/registrationId").asString())
                .isEqualTo(first.json().path("id").asString());
        assertThat(line.at("/items/1/contact/name").asString()).isEqualTo("Maria Rossi");
        assertThat(office.step(first, "acceptance", "").problem()).isEqualTo("/problems/not-offered");
        office.step(seated, "cancellation", "");
        assertThat(office.seen(first).path("status").asString()).isEqualTo("OFFERED");
        assertThat(office.step(first, "acceptance", "").json().path("status").asString())
                .isEqualTo("CONFIRMED");
        assertThat(office.register(event, newKey(), party(1, "gala"))
                        .json()
                        .path("waitingList")
                        .asBoolean())
                .isTrue();
        assertThat(office.resize(event, "ballroom", 3).problem()).isEqualTo("/problems/below-what-is-taken");
        assertThat(office.resize(event, "ballroom", 12).status()).isEqualTo(200);
        assertThat(office.seen(second).path("status").asString()).isEqualTo("OFFERED");
    }

    @Test
    void guests_are_named_later_by_the_party_and_by_themselves() {
        var registered = office.register(event, newKey(), party(2, "gala"));
        var path = registered.header("Location") + "/guests";
        var token = registered.json().path("token").asString();
        var guests = office.get(path, "", "Registration-Token", token).json();
        assertThat(guests.at("/items/0/name").asString()).isEqualTo("Maria Rossi");
        assertThat(guests.at("/items/1/ticketType").asString()).isEqualTo("gala");
        var own = guests.at("/items/1/token").asString();

        var rosemary = "{\"name\": \"Rosemary\", \"dietary\": \"no nuts\", \"answers\": {\"meal\": \"vegan\"}}";
        var both = "{\"guests\": [{\"name\": \"Maria\", \"answers\": {\"meal\": \"fish\"}}, {}]}";
        assertThat(office.put(path, token, both).status()).isEqualTo(200);
        var named = office.put(path + "/2", own, rosemary);
        assertThat(named.json().path("dietary").asString())
                .as(named.response().body())
                .isEqualTo("no nuts");
        assertThat(office.put(path + "/1", own, rosemary).problem()).isEqualTo("/problems/not-your-registration");
        assertThat(office.put(path + "/3", token, rosemary).problem()).isEqualTo("/problems/no-such-guest");
        assertThat(office.put(path, own, both).problem()).isEqualTo("/problems/not-your-registration");
        assertThat(office.seen(registered).at("/guests/1").asString()).isEqualTo("Rosemary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"guests\": [{\"name\": \"A\"}]}                                             | 422 | answer-refused",
                "{\"guests\": [{\"name\": \"A\", \"answers\": {\"meal\": \"pork\"}}]}          | 422 | answer-refused",
                "{\"guests\": [{\"answers\": {\"shoe-size\": \"43\"}}]}                        | 422 | answer-refused",
                "{\"guests\": [{}, {}, {}]}                                                    | 422 | more-guests-than-places",
                "{\"guests\": [{\"name\": \"\"}]}                                              | 422 | invalid-request",
                "{\"guests\": [{\"name\": \"A\\nB\"}]}                                         | 422 | invalid-request",
                "{\"guests\": [null]}                                                          | 422 | invalid-request",
                "{}                                                                            | 422 | invalid-request"
            })
    void a_malformed_list_of_guests_is_a_named_problem(String body, int status, String problem) {
        var registered = office.register(event, newKey(), party(2, "gala"));
        var refused = office.put(
                registered.header("Location") + "/guests",
                registered.json().path("token").asString(),
                body);
        assertThat(refused.status()).as(refused.response().body()).isEqualTo(status);
        assertThat(refused.problem()).isEqualTo("/problems/" + problem);
        assertThat(office.seen(registered).path("guests").size()).isEqualTo(1);
    }

    @Test
    void a_party_changes_its_tickets_as_places_and_price_allow() {
        office.register(event, newKey(), party(6, "gala"));
        var registered = office.register(event, newKey(), party(2, "gala"));
        var path = registered.header("Location") + "/tickets";
        var token = registered.json().path("token").asString();
        assertThat(office.put(path, token, tickets(4, "gala"))
                        .json()
                        .path("places")
                        .asInt())
                .isEqualTo(4);
        assertThat(office.put(path, token, tickets(5, "gala")).problem()).isEqualTo("/problems/sold-out");
        assertThat(office.put(path, token, tickets(1, "patron")).problem()).isEqualTo("/problems/price-would-change");
        assertThat(office.put(path, token, tickets(1, "gala"))
                        .json()
                        .path("places")
                        .asInt())
                .isEqualTo(1);
        assertThat(office.taken(event, "ballroom")).isEqualTo(7);
    }

    @Test
    void somebody_else_speaks_for_the_party() {
        var registered = office.register(event, newKey(), party(2, "gala"));
        var body = "{\"contact\": {\"name\": \"Ginger\", \"email\": \"ginger@example.org\"}}";
        assertThat(office.step(registered, "transfer", body)
                        .json()
                        .at("/contact/name")
                        .asString())
                .isEqualTo("Ginger");
        assertThat(office.decide(registered, "transfer", body).problem()).isEqualTo("/problems/reason-missing");
    }

    private static String tickets(int count, String type) {
        return "{\"tickets\": [{\"ticketType\": \"%s\", \"count\": %d}]}".formatted(type, count);
    }

    private JsonNode code(String code) {
        return office.get("/api/v1/events/" + event + "/codes/" + code, eventsTeam())
                .json();
    }

    /** How many of the event's registrations the list has with this status. */
    private int standing(String status) {
        return office.get("/api/v1/events/" + event + "/registrations?status=" + status, eventsTeam())
                .json()
                .path("items")
                .size();
    }
}
