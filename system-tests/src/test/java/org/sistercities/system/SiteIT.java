package org.sistercities.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sistercities.system.Browser.Tab;

/** What visitors see and do on the site that {@code ./start} runs, in a real browser, with scripts and without. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SiteIT {
    private static final String SEATTLE = "/cities/gn5809844";
    private static final String ASIAGO = "/cities/gn3182744";
    private static final String GALA = "/events/sister-cities-gala-2027";
    private static final String STORY = "/stories/lockport-and-asiago-sign-by-video";
    private static final List<Integer> WIDTHS = List.of(390, 1440);

    /** Where somebody has started the system already; else the test does. */
    private static final String RUNNING = System.getProperty("site.data", "");

    @TempDir
    static Path folder;

    private static final Map<Integer, Tab> tabs = new HashMap<>();
    private static RunningQuickstart system;
    private static Browser browser;
    private static String site;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(folder.resolve("browser"));
        system = RUNNING.isEmpty()
                ? RunningQuickstart.start(folder.resolve("data"))
                : RunningQuickstart.attach(Path.of(RUNNING));
        site = system.address();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> system.gateway().isOk("/api/v1/stories" + STORY.substring(8)));
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
        if (system != null) system.close();
    }

    @Test
    void a_visitor_finds_a_city_as_they_type() {
        var tab = browser.tab(1440).open(site + "/");
        tab.press("#q", "seatl");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> tab.evaluate(
                                "document.querySelector('[role=option]')?.textContent.startsWith('Seattle') ?? false")
                        .asBoolean());
        tab.key("ArrowDown", 40);
        tab.evaluate("window.left = true");
        tab.key("Enter", 13);
        await().atMost(Duration.ofSeconds(20)).until(() -> tab.path().equals(SEATTLE));
        await().atMost(Duration.ofSeconds(20)) // the address is there before the page is
                .untilAsserted(() -> assertThat(tab.text()).contains("Seattle", "Bergen"));
    }

    @Test
    void a_visitor_finds_a_city_without_scripts() {
        var tab = browser.tab(390).withoutScripts().open(site + "/");
        tab.type("#q", "köln").follow("document.querySelector('form.find').submit()");
        assertThat(tab.text()).contains("Cologne");
        tab.click("ol.found a");
        assertThat(tab.title()).startsWith("Cologne");
    }

    @Test
    void from_a_city_to_its_partnership_and_along_a_chain() {
        var tab = browser.tab(1440).withoutScripts().open(site + SEATTLE);
        assertThat(tab.evaluate("document.querySelectorAll('svg .line').length").asInt())
                .isGreaterThan(10);
        tab.open(site + ASIAGO);
        assertThat(tab.text()).contains("since 2014");
        tab.follow("[...document.querySelectorAll('main a.place')].find(a => a.textContent === 'Lockport').click()");
        assertThat(tab.text()).contains("Lockport", "Asiago", "Since", "2014");
        tab.open(site + "/chain?from=Seattle&to=Bergen");
        assertThat(tab.text()).contains("Seattle and Bergen are sisters");
    }

    /** The ticket's picture is read by eyes and scanners, so it must really be there. */
    @Test
    void a_guest_gets_tickets_without_scripts() {
        var tab = browser.tab(390).withoutScripts().open(site + GALA);
        tab.type("#count-general", "2").click("form button.first");
        assertThat(tab.text()).contains("Your places are kept", "2 places");
        tab.type("#name", "Maria Rossi").type("#email", "nowhere").click("form button.first");
        assertThat(tab.text()).contains("Something is not right yet", "This is no e-mail address");
        assertThat(tab.evaluate("document.querySelector('#name').value").asString())
                .isEqualTo("Maria Rossi");
        tab.type("#email", "maria@example.org").type("#guest-2", "Luca Bianchi").click("form button.first");
        assertThat(tab.text()).contains("You are on the list", "Luca Bianchi");
        assertThat(tab.evaluate("[...document.querySelectorAll('.ticket img')].every(i => i.naturalWidth > 50)")
                        .asBoolean())
                .isTrue();
        tab.follow("document.querySelector('form[action$=cancellation]').submit()");
        assertThat(tab.text()).contains("The registration is cancelled");
    }

    /** The provider's page is another site: our pages' forms may not lead there, so a link does, and the tab remembers the way back. */
    @Test
    void a_guest_pays_by_card_and_comes_back_to_a_ticket() {
        var tab = browser.tab(390).open(site + GALA);
        tab.type("#count-vip", "1").click("form button.first");
        tab.type("#name", "Maria Rossi").type("#email", "maria@example.org").click("form button.first");
        tab.click(".note a.button");
        assertThat(tab.text()).contains("250.00 USD", "no money moves");
        tab.click("button[value=pay]");
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions() // while one page goes and the next comes
                .until(() -> tab.path().split("/").length == 4);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tab.open(site + tab.path()).text().contains("You are on the list"));
    }

    @Test
    void a_donor_gives_by_card_or_promises_a_transfer_without_scripts() {
        var tab = browser.tab(390).withoutScripts().open(site + "/donate");
        tab.type("#amount", "0,10").click("main form button.first");
        assertThat(tab.text()).contains("That was not done");
        tab.type("#amount", "25,50").type("#name", "Maria Rossi").type("#email", "maria@example.org");
        tab.click("main form button.first").click("main a.button");
        assertThat(tab.text()).contains("25.50 USD");
        tab.click("button[value=pay]");
        assertThat(tab.text()).contains("Thank you.");

        tab.type("#way", "PLEDGE").type("#name", "Maria Rossi").type("#email", "maria@example.org");
        tab.click("main form button.first");
        assertThat(tab.text()).contains("Thank you for your promise", "GIFT-", "IBAN");
    }

    @Test
    void what_is_not_there_is_told_with_a_way_on() {
        var tab = browser.tab(390).open(site + "/cities/nowhere");
        assertThat(tab.text()).contains("There is nothing at this address");
        assertThat(tab.evaluate("document.querySelector('form.find') !== null").asBoolean())
                .isTrue();
    }

    /** Each page at both widths, in light and dark; what axe-core finds is listed. */
    @ParameterizedTest
    @MethodSource
    void no_page_shuts_anybody_out(String path) throws IOException {
        var faults = new ArrayList<String>();
        for (int width : WIDTHS) {
            var tab = tabs.computeIfAbsent(width, browser::tab).open(site + path);
            Axe.faults(tab).forEach(fault -> faults.add(width + " " + fault));
        }
        assertThat(faults).isEmpty();
    }

    static Stream<String> no_page_shuts_anybody_out() {
        return Stream.of(
                "/",
                "/cities?q=springfield",
                "/cities?q=qqqqqqqq",
                SEATTLE,
                "/cities/gn5809844/matches",
                "/cities/gn2950159", // Berlin, Germany
                partnership(),
                "/chain",
                "/chain?from=Seattle&to=Bergen",
                "/verify?certificate=none",
                "/stories",
                STORY,
                "/events",
                "/events?archive=true",
                GALA,
                "/join",
                "/seeking",
                "/cities/gn4461574", // Concord, which looks for a sister
                "/donate",
                "/registrations/unknown",
                "/nothing-here");
    }

    private static String partnership() {
        var seattle =
                system.gateway().get("/api/v1/cities/gn5809844").expect(200).body();
        return "/partnerships/"
                + seattle.path("partnerships").path(0).path("id").asString();
    }
}
