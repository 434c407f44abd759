package org.sistercities.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercities.system.Browser.Tab;

/** What representatives of two cities and the network's office do on the site that {@code ./start} runs, in a real browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskIT {
    private static final List<Integer> WIDTHS = List.of(390, 1440);
    private static final String SEATTLE = "gn5809844";
    private static final String BERGEN = "gn3161732";
    private static final String ASIAGO = "gn3182744";

    @TempDir
    static Path folder;

    private static RunningQuickstart system;
    private static Browser browser;
    private static String site;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(folder.resolve("browser"));
        system = RunningQuickstart.shared();
        site = system.address();
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
    }

    /** Seattle without scripts; Bergen with them, so that its page tells by itself what Seattle has done. */
    @Test
    void from_a_listing_to_a_signature_on_each_side_that_anybody_can_verify() {
        var seattle = signedIn("representative-seattle", 1440, false);
        seattle.click("main a[href='/console/cities']").click("main a[href$='" + SEATTLE + "']");
        var bergen = signedIn("representative-bergen", 390, true);
        listed(seattle, bergen);

        seattle.open(desk(SEATTLE, "proposal?q=bergen"));
        seattle.evaluate("document.querySelector('[name=other][value=" + BERGEN + "]').checked = true");
        seattle.evaluate("document.querySelector('[name=kind][value=FRIENDSHIP]').checked = true");
        seattle.type("#note", "Two harbours.").click("main .console-form button.first");
        assertThat(seattle.text()).contains("Take it back").doesNotContain("Look into it together");
        var partnership = seattle.path();

        bergen.open(site + partnership);
        assertThat(bergen.text()).contains("Decline").doesNotContain("Take it back");
        bergen.type("#note-EXPLORE", "Come in May.").click("details[open] form button.first");
        resolved(bergen, BERGEN, "Bystyret");
        resolved(seattle.open(site + partnership), SEATTLE, "City Council");
        assertThat(seattle.text()).contains("All councils have agreed");
        seattle.type("#text-0", "Two harbours, one friendship.").click("form[action*='/agreement'] button");

        seattle.type("#startsAt", "2027-05-17T09:00").type("#video", "https://video.example.org/signing");
        seattle.click("form[action*='/sessions'] button").click("main a[href*='/sessions/']");
        assertThat(seattle.text()).contains("9:00", "6:00", "Pacific Daylight Time", "Central European Summer Time");
        var session = seattle.path();
        bergen.open(site + session);
        sign(seattle, SEATTLE, "Anna Rivera");
        bergen.awaits("Anna Rivera, Mayor");
        sign(bergen, BERGEN, "Berit Hansen");
        assertThat(bergen.text()).contains("All have signed", "can be verified");

        var anybody = browser.tab(390).open(site + partnership.replace("/console", ""));
        assertThat(anybody.text()).contains("Active", "Berit Hansen, Mayor");
        anybody.click("main a[href^='/verify']");
        assertThat(anybody.evaluate("document.querySelector('.note.good') !== null")
                        .asBoolean())
                .isTrue();

        seattle.open(site + partnership).type("#note-TERMINATE", "It was a test.");
        seattle.follow("document.querySelector('[value=TERMINATE]').form.requestSubmit()");
        assertThat(seattle.text()).contains("Ended").doesNotContain("What you can do");
    }

    @Test
    void the_office_makes_members_follows_an_import_to_its_end_and_finds_who_did_it() {
        var office = signedIn("administrator", 1440, true);
        office.open(site + "/console/cities?q=asiago").click("main a[href$='" + ASIAGO + "']");
        office.click(".console-nav a[href$=membership]")
                .type("#number", "1957-001")
                .type("#goodStandingUntil", "2999-12-31");
        office.click("form[action$='/membership'] button");
        assertThat(office.text()).contains("Member 1957-001, in good standing until December 31, 2999");
        office.click("form[action$='/end'] button");
        assertThat(office.text()).contains("good standing lapsed");

        office.open(site + "/console/imports");
        office.evaluate("""
                { const list = new DataTransfer();
                  list.items.add(new File(['cityAId,cityBId,sinceYear\\n4900292,3182744,2014\\n1,2,1999\\n'], 'list.csv'));
                  document.querySelector('#file-partnerships').files = list.files; }""");
        office.click("form[action$=partnerships] button.first").awaits("Done").awaits("Rejected lines");
        assertThat(office.evaluate("document.querySelector('[data-count=read]').textContent")
                        .asString())
                .isEqualTo("2");
        var progress = office.path();

        office.open(site + "/console/audit?service=city-service").click("main a[href^='/console/imports/']");
        assertThat(office.path()).isEqualTo(progress);
    }

    @Test
    void the_events_team_gives_out_a_code_and_takes_it_back() throws IOException {
        var evening = Evening.open(system.gateway(), system.bearer("events-manager"));
        evening.party("Maria Rossi", 2);
        var tab = signedIn("events-manager", 390, true).open(site + "/console/events/" + evening.id() + "/codes");
        tab.type("#code", "embassy")
                .type("#percentOff", "10")
                .type("#uses", "5")
                .click("main form button.first");
        assertThat(tab.text()).contains("EMBASSY", "10 % off", "0 of 5");
        assertThat(Axe.faults(tab)).isEmpty();
        tab.click("form[action$=revocation] button");
        assertThat(tab.text()).contains("taken back");
        tab.open(site + "/console/events/" + evening.id() + "/registrations");
        assertThat(tab.text()).contains("Maria Rossi", "confirmed");
        assertThat(Axe.faults(tab)).isEmpty();
    }

    @Test
    void no_desk_shuts_anybody_out() throws IOException {
        var partnership = toSign();
        var session = partnership + "/sessions/" + opened(partnership);
        var faults = new ArrayList<String>();
        for (int width : WIDTHS) {
            var representative = signedIn("representative-seattle", width, true);
            for (var path : List.of(
                    "/console",
                    "/console/cities",
                    "/console/cities/" + SEATTLE,
                    "/console/cities/" + SEATTLE + "/proposal?q=bergen",
                    "/console/cities/" + SEATTLE + "/seeking",
                    "/console/cities/" + SEATTLE + "/board?all=true",
                    "/console/partnerships/" + partnershipOf(SEATTLE),
                    partnership,
                    session))
                Axe.faults(representative.open(site + path))
                        .forEach(fault -> faults.add(path + " " + width + " " + fault));
            var office = signedIn("administrator", width, true);
            for (var path : List.of(
                    "/console/cities?q=asiago",
                    "/console/cities/" + ASIAGO + "/membership",
                    "/console/imports",
                    "/console/audit"))
                Axe.faults(office.open(site + path)).forEach(fault -> faults.add(path + " " + width + " " + fault));
        }
        assertThat(faults).isEmpty();
        step(partnership, "WITHDRAW", "It was a test.");
    }

    /** One whose text is fixed, by its address. */
    private static String toSign() {
        var proposed =
                as("POST", "/api/v1/partnerships", Map.of("kind", "PROJECT", "cities", List.of(SEATTLE, BERGEN)));
        var id = proposed.body().path("id").asString();
        var texts = Map.of("texts", Map.of("en", "One bridge.", "no", "Ei bru."));
        as("PUT", "/api/v1/partnerships/" + id + "/agreement", texts, "If-Match", proposed.etag());
        return "/console/partnerships/" + id;
    }

    private static String opened(String partnership) {
        var session = Map.of("startsAt", "2027-05-17T16:00:00Z", "link", "https://video.example.org/signing");
        return as("POST", partnership.replace("/console", "/api/v1") + "/sessions", session)
                .body()
                .path("id")
                .asString();
    }

    private static void step(String partnership, String step, String note) {
        var path = partnership.replace("/console", "/api/v1");
        var etag = system.gateway().get(path).etag();
        as("POST", path + "/steps", Map.of("step", step, "note", note), "If-Match", etag);
    }

    private static Http.Answer as(String method, String path, Object body, String... further) {
        var headers = new ArrayList<>(List.of("Authorization", system.bearer("representative-seattle")));
        headers.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        headers.addAll(List.of(further));
        var answer = system.gateway().send(method, path, body, headers.toArray(String[]::new));
        assertThat(answer.status())
                .as(method + " " + path + " " + answer.body())
                .isBetween(200, 299);
        return answer;
    }

    private static void listed(Tab tab, Tab other) {
        tab.click(".console-nav a[href$=seeking]").type("#text", "A harbour with mountains looks for another.");
        tab.type("#contact-name", "Kim Deason")
                .type("#contact-email", "nobody at all")
                .type("#countries", "no");
        tab.follow("document.querySelector('#contact-email').form.submit()");
        assertThat(tab.text()).contains("That was not done", "E-mail address – This is no e-mail address.");
        tab.type("#contact-email", "kim@seattle.example").click("form[action$='/seeking'] button.first");
        assertThat(tab.text()).contains("On the board");
        assertThat(system.gateway().get("/api/v1/seeking/" + SEATTLE).body().toString())
                .contains("A harbour with mountains", "\"NO\"")
                .doesNotContain("kim@");
        interested(tab, other);
        tab.click("form[action$=withdrawal] button");
        assertThat(tab.text()).contains("Put it on the board");
    }

    /** Bergen finds the listing on the board, and is told whom to talk to once Seattle has said yes. */
    private static void interested(Tab seattle, Tab bergen) {
        bergen.open(desk(BERGEN, "board?all=true"));
        bergen.click("main a[href$='/board/" + SEATTLE + "']").type("#contact-name", "Berit Hansen");
        bergen.type("#contact-email", "berit@bergen.example").click("main form button.first");
        assertThat(bergen.text()).contains("Seattle has not answered yet").doesNotContain("kim@");
        seattle.open(desk(SEATTLE, "seeking"));
        assertThat(seattle.text()).contains("Bergen").doesNotContain("berit@");
        seattle.click("button[name=mutual][value=yes]");
        assertThat(seattle.text()).contains("berit@bergen.example");
        assertThat(bergen.open(desk(BERGEN, "board/" + SEATTLE)).text()).contains("Kim Deason", "kim@seattle.example");
        bergen.click("form[action$='/withdrawal'] button");
        assertThat(bergen.text()).contains("We are interested").doesNotContain("kim@seattle.example");
    }

    private static void resolved(Tab tab, String city, String body) {
        tab.type("#body-" + city, body).type("#reference-" + city, "12/2026").type("#date-" + city, "2026-11-20");
        tab.click("form[action*='/resolutions/'] button");
        assertThat(tab.text()).contains(body + ", 12/2026");
    }

    private static void sign(Tab tab, String city, String name) {
        tab.type("#name-" + city, name).type("#title-" + city, "Mayor").click("form[action*='/signatures/'] button");
        assertThat(tab.text()).contains(name + ", Mayor");
    }

    private static String partnershipOf(String city) {
        return system.gateway()
                .get("/api/v1/partnerships?city=" + city)
                .body()
                .at("/items/0/id")
                .asString();
    }

    private static String desk(String city, String page) {
        return site + "/console/cities/" + city + "/" + page;
    }

    /** At the development issuer, whose form this is. */
    private static Tab signedIn(String account, int width, boolean scripts) {
        var tab = browser.tab(width);
        if (!scripts) tab.withoutScripts();
        return tab.signIn(site, account, system.password(account));
    }
}
