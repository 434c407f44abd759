package org.sistercities.events.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sistercities.events.TicketOffice.eventsTeam;
import static org.sistercities.events.TicketOffice.newKey;
import static org.sistercities.events.TicketOffice.party;
import static org.sistercities.events.TicketOffice.showing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sistercities.events.PostOffice;
import org.sistercities.events.TicketOffice;
import org.sistercities.events.TicketOffice.Answer;
import org.sistercities.events.event.Events;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.testing.RealServices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Invoices as parties and the events team see them, and numbers under many hands. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "sistercities.invoice.name=Network of Sister Cities",
            "sistercities.invoice.address=1 Example Street,Washington",
            "sistercities.invoice.bank=IBAN XX00 0000",
            "sistercities.invoice.tax-note=No tax is charged."
        })
@Import(RealServices.class)
@DirtiesContext
@DisplayNameGeneration(ReplaceUnderscores.class)
class InvoiceComponentTest {
    private static final PostOffice POST = new PostOffice();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    AggregateStores stores;

    @Autowired
    Registrations registrations;

    @Autowired
    Events events;

    @Autowired
    InvoicePdf pdf;

    @Autowired
    InvoiceProperties properties;

    @Autowired
    Clock clock;

    private TicketOffice office;
    private String event;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", POST::port);
        properties.add("sistercities.mail.look-every", () -> "100ms");
    }

    @BeforeEach
    void open(@LocalServerPort int port) {
        office = new TicketOffice(port);
        event = office.conference(500);
    }

    @AfterAll
    static void close() {
        POST.close();
    }

    @Test
    void an_invoice_has_a_number_lines_and_a_page_to_print() throws IOException {
        office.issue(event, "{\"code\": \"EMBASSY\", \"access\": true, \"percentOff\": 25}");
        var registered = office.register(event, newKey(), showing("EMBASSY", 2, "invited"));
        var invoice = invoice(registered);
        assertThat(invoice.status()).as(invoice.response().body()).isEqualTo(200);
        assertThat(invoice.json().path("number").asString()).matches("\\d{4}-\\d{6}");
        assertThat(invoice.json().at("/lines/0/off/amount").asString()).isEqualTo("50.00");
        assertThat(invoice.json().at("/lines/0/amount/amount").asString()).isEqualTo("150.00");
        assertThat(invoice.json().at("/total/amount").asString()).isEqualTo("150.00");
        assertThat(invoice.json().path("dueAt")).isEqualTo(registered.json().path("until"));
        assertThat(invoice(registered).json()).isEqualTo(invoice.json());
        try (var page = Loader.loadPDF(office.file(registered.header("Location") + "/invoice.pdf"))) {
            assertThat(new PDFTextStripper().getText(page))
                    .contains(
                            "Network of Sister Cities",
                            "1 Example Street",
                            "Maria Rossi",
                            "Invoice " + invoice.json().path("number").asString(),
                            "2 × Invited, 100.00 USD each",
                            "−50.00 USD",
                            "150.00 USD",
                            "IBAN XX00 0000",
                            "No tax is charged.");
        }
    }

    @Test
    void it_is_the_partys_and_the_teams_and_there_is_none_for_what_is_free() {
        var registered = office.register(event, newKey(), party(1, "patron"));
        var path = registered.header("Location") + "/invoice";
        var token = registered.json().path("token").asString();
        assertThat(office.get(path, "", "Registration-Token", token).status()).isEqualTo(200);
        assertThat(office.get(path, "").problem()).isEqualTo("/problems/not-your-registration");
        assertThat(office.get(path + ".pdf", "").problem()).isEqualTo("/problems/not-your-registration");
        var free = office.register(event, newKey(), party(1, "gala"));
        assertThat(invoice(free).problem()).isEqualTo("/problems/no-invoice");
    }

    @Test
    void a_cancellation_credits_it_and_changes_nothing_of_what_was_issued() {
        var registered = office.register(event, newKey(), party(2, "patron"));
        var number = invoice(registered).json().path("number").asString();
        office.step(registered, "cancellation", "");
        var credited = invoice(registered).json();
        assertThat(credited.path("number").asString()).isEqualTo(number);
        var all = office.get(registered.header("Location") + "/invoices", eventsTeam())
                .json()
                .path("items");
        assertThat(all.size()).isEqualTo(2);
        assertThat(all.at("/1/kind").asString()).isEqualTo("CREDIT_NOTE");
        assertThat(all.at("/1/corrects").asString()).isEqualTo(number);
        assertThat(credited.path("creditedBy")).isEqualTo(all.at("/1/number"));
        assertThat(office.get(
                                registered.header("Location") + "/invoices/"
                                        + all.at("/1/number").asString() + ".pdf",
                                eventsTeam())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_party_is_sent_its_invoice_and_the_credit_note() throws IOException {
        var address = "paying-" + UUID.randomUUID() + "@example.org";
        var registered = office.register(event, newKey(), party(2, "patron").replace("maria@example.org", address));
        var mail = mails(address, 1).getFirst();
        assertThat(mail.subject()).isEqualTo("Your invoice for Inaugural Gala");
        assertThat(mail.text("text/plain")).contains("500.00 USD", "2 × Patron");
        try (var page = Loader.loadPDF(mail.parts().get("application/pdf"))) {
            assertThat(new PDFTextStripper().getText(page))
                    .contains(invoice(registered).json().path("number").asString(), "500.00 USD");
        }
        office.step(registered, "cancellation", "");
        try (var page = Loader.loadPDF(mails(address, 2).getLast().parts().get("application/pdf"))) {
            assertThat(new PDFTextStripper().getText(page)).contains("Credit note");
        }
        var reminder = office.get("/api/v1/events/" + event + "/messages?kind=PAYMENT_REMINDER", eventsTeam());
        assertThat(reminder.json().at("/items/0/status").asString()).isEqualTo("WAITING");
    }

    /** Two replicas, many hands in each, each registration asked for by several. */
    @Test
    void numbers_are_given_once_and_without_gaps_however_many_ask_at_once() throws Exception {
        var ids = TicketOffice.atOnce(40, _ -> office.register(event, newKey(), party(1, "patron"))).stream()
                .map(answer -> answer.json().path("id").asString())
                .toList();
        var replicas = List.of(replica(), replica());
        var asked = new ArrayList<Callable<Account>>();
        for (int i = 0; i < 6; i++)
            for (var id : ids) {
                var replica = replicas.get(asked.size() % 2);
                asked.add(() -> replica.settled(id));
            }
        Collections.shuffle(asked);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(asked))
                assertThat(answer.get().issued()).hasSize(1);
        }
        var numbers = new ArrayList<String>();
        stores.open("invoices", Invoice.class, "entry").forEach(stored -> numbers.add(stored.id()));
        Collections.sort(numbers);
        assertThat(numbers).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
        for (int i = 0; i < numbers.size(); i++) assertThat(numbers.get(i)).endsWith("-%06d".formatted(i + 1));
    }

    private Bookkeeper replica() {
        return new Bookkeeper(new Invoices(stores), registrations, events, pdf, properties, clock);
    }

    private Answer invoice(Answer registered) {
        return office.get(registered.header("Location") + "/invoice", eventsTeam());
    }

    private static List<PostOffice.Mail> mails(String address, int count) {
        await().atMost(PATIENCE).until(() -> POST.mailFor(address).size() >= count);
        return POST.mailFor(address);
    }
}
