package org.sistercities.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

/** What staff and those they have invited do on the site that {@code ./start} runs, in a real browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsoleIT {
    private static final List<Integer> WIDTHS = List.of(390, 1440);

    /** Of each door page that is kept. */
    private static final String KEPT_LANGUAGES = """
            caches.keys().then(names => Promise.all(names.map(name => caches.open(name)
                .then(cache => cache.match('/door', { ignoreVary: true }))
                .then(page => page?.text())
                .then(text => text?.match(/lang="(..)"/)[1])))).then(all => all.join())""";

    @TempDir
    static Path folder;

    private static RunningQuickstart system;
    private static Browser browser;
    private static String site;
    private static String manager;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(folder.resolve("browser"));
        system = RunningQuickstart.shared();
        site = system.address();
        manager = system.bearer("events-manager");
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
    }

    @Test
    void staff_sign_in_do_their_own_work_only_and_sign_out() {
        var tab = browser.tab(390).withoutScripts().open(site + "/console/events");
        assertThat(tab.text()).contains("for those who have signed in");
        tab.click("main a.button").fillIn("editor", system.password("editor"));
        assertThat(tab.text()).contains("This is not open to you");
        assertThat(tab.open(site + "/console").text()).contains("Signed in as editor");
        tab.click("a[href='/console/leave']").follow("document.querySelector('main form').submit()");
        assertThat(tab.open(site + "/").text()).contains("Sign in").doesNotContain("Sign out");
        assertThat(tab.open(site + "/console").text()).contains("for those who have signed in");
    }

    @Test
    void the_events_team_plans_publishes_and_changes_an_event_without_scripts() {
        var tab = eventsTeam(1440, false).open(site + "/console/events/new");
        var slug = "made-here-" + UUID.randomUUID();
        tab.type("#title", "Made here").type("#slug", slug).type("#zone", "America/New_York");
        tab.type("#startsAt", "2027-06-01T18:00").type("#endsAt", "2027-06-01T23:00");
        tab.type("#venue-name", "Hall").type("#venue-city", "Washington").type("#venue-countryCode", "usa");
        tab.type("#quota-0-name", "Ballroom").type("#quota-0-capacity", "12").type("#ticket-0-name", "Dinner");
        tab.click("form.console-form button.first");
        assertThat(tab.text()).contains("That was not done", "Country, two letters – Two capital letters, such as DE.");
        tab.touch("#trouble a");
        assertThat(tab.evaluate("document.querySelector(':target').id").asString())
                .isEqualTo("venue-countryCode");
        assertThat(value(tab, "#ticket-0-name")).isEqualTo("Dinner");
        tab.type("#venue-countryCode", "US").click("form.console-form button.first");
        assertThat(tab.text()).contains("Made here", "Draft", "Ballroom");
        tab.follow("document.querySelector('form[action$=publication]').submit()");
        assertThat(tab.text()).contains("Published");
        tab.click(".console-nav a[href$=tickets]");
        tab.type("#capacity-ballroom", "15").click("form[action$='/quotas/ballroom'] button");
        assertThat(system.gateway()
                        .get("/api/v1/events/" + slug)
                        .body()
                        .at("/ticketTypes/0/left")
                        .asInt())
                .isEqualTo(15);
        tab.click(".console-nav a[href$=plan]").type("#dressCode", "Black tie");
        edit(slug, "Renamed meanwhile");
        tab.click("form.console-form button.first");
        assertThat(tab.text()).contains("Somebody else was faster", "Renamed meanwhile");
        assertThat(value(tab, "#dressCode")).isEqualTo("Black tie");
        tab.click("form.console-form button.first");
        var event = system.gateway().get("/api/v1/events/" + slug).body();
        assertThat(event.path("dressCode").asString()).isEqualTo("Black tie");
        tab.type("#reason", "A storm").follow("document.querySelector('form[action$=cancellation]').submit()");
        assertThat(tab.text()).contains("Called off", "A storm");
    }

    @Test
    void numbers_follow_what_happens_and_guests_are_found() {
        var evening = Evening.open(system.gateway(), manager);
        var tab = eventsTeam(1440, true).open(site + "/console/events/" + evening.id());
        tab.awaits("These numbers are live");
        evening.party("Maria Rossi", 3);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> tab.evaluate("document.querySelector('[data-of=\"quotas.ballroom.taken\"]').textContent")
                        .asString()
                        .equals("3"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> tab.open(site + "/console/events/" + evening.id() + "/guests?q=rossi")
                        .text()
                        .contains("guest@example.org"));
    }

    @Test
    void a_party_is_looked_after_until_its_money_has_gone_back_without_scripts() {
        var evening = Evening.paid(system.gateway(), manager);
        var desk = site + "/console/events/" + evening.id();
        var tab = eventsTeam(390, false).open(desk + "/questions");
        tab.type("#question-0-text", "Fish or meat?").type("#question-0-kind", "CHOICE");
        tab.type("#question-0-choices", "Fish\nMeat")
                .evaluate("document.querySelector('[name=question-0-required]').checked = true");
        tab.click("form.console-form button.first");
        assertThat(value(tab, "[name=question-0-id]")).isEqualTo("fish-or-meat");

        var party = evening.party("Maria Rossi", 3);
        var here = desk + "/registrations/" + party.path("id").asString();
        tab.open(desk + "/registrations").click("main ul.lines a.place");
        assertThat(tab.text()).contains("Maria Rossi", "unpaid", "Registered");
        tab.type("[name=reference]", "2026-118")
                .type("[name=receivedOn]", "2026-11-20")
                .type("[name=amount]", "150");
        tab.follow("document.querySelector('form[action$=payment]').submit()");
        assertThat(tab.text()).contains("confirmed", "Paid");
        tab.type("#guest-1", "Maria Rossi").follow("document.querySelector('form[action$=guests]').submit()");
        assertThat(tab.text()).contains("That was not done", "fish-or-meat");
        tab.type("#answer-1-fish-or-meat", "Meat").follow("document.querySelector('form[action$=guests]').submit()");
        assertThat(tab.text()).contains("Fish or meat? Meat", "Named the guests");
        tab.type("#count-gala", "2").type("#why-tickets", "One is ill").click("form[action$=tickets] button");
        assertThat(tab.text()).contains("Changed the tickets: One is ill");
        await().atMost(Duration.ofMinutes(1)).until(() -> tab.open(here).text().contains("has to go back"));
        tab.type("form[action*='/refund'] [name=reference]", "Refund 2026-7");
        tab.follow("document.querySelector('form[action*=\"/refund\"]').submit()");
        assertThat(tab.text()).contains("went back as Refund 2026-7", "Money went back");
        tab.type("#why-cancellation", "They wrote to us").click("form[action$=cancellation] button");
        assertThat(tab.text()).contains("cancelled", "They wrote to us");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> tab.open(desk + "/payments?state=DUE").text().contains("$100"));
    }

    @Test
    void messages_are_worded_looked_at_and_sent_again_without_scripts() {
        var evening = Evening.open(system.gateway(), manager);
        var desk = site + "/console/events/" + evening.id();
        var tab = eventsTeam(1440, false).open(desk + "/messages/templates/CONFIRMATION");
        tab.type("#text", "Dear {{nobody}}").click("button[name=look]");
        assertThat(tab.text()).contains("That was not done");
        tab.type("#text", "Dear {{name}}, see you at {{event}}.").click("button[name=look]");
        assertThat(tab.text()).contains("Dear Maria Rossi, see you at An evening.");
        tab.click("form.console-form button.first");
        evening.party("Luca Bianchi", 1);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> tab.open(desk + "/messages?kind=CONFIRMATION&status=SENT")
                        .text()
                        .contains("guest@example.org"));
        tab.click("form[action$=sendings] button");
        assertThat(tab.text()).contains("Confirmation", "Their words");
    }

    @Test
    void a_list_of_invitations_is_worked_off_and_those_invited_answer() {
        var evening = Evening.open(system.gateway(), manager);
        var tab = eventsTeam(1440, true).open(site + "/console/events/" + evening.id() + "/invitations");
        tab.type("#csv", "name,email\nAda Byron,ada@example.org\nNobody,nowhere\n")
                .type("#list-by", "2099-01-01T18:00");
        tab.touch("form[data-import] button.first").awaits("Done: 2 lines.");
        assertThat(tab.text()).contains("invited", "refused");
        assertThat(tab.open(site + "/console/events/" + evening.id() + "/invitations")
                        .text())
                .contains("Ada Byron", "awaited");

        var letter = evening.invitation("Grace Hopper");
        var link = site + "/invitations/" + letter.path("id").asString();
        var token = letter.path("token").asString();
        var guest = browser.tab(390).open(link + "#" + token).awaits("Grace Hopper, you are invited");
        guest.type("#guest-1", "Howard Aiken").click("form[action$=acceptance] button");
        assertThat(guest.text()).contains("Grace Hopper, you are coming");
        guest.click("main a.button");
        assertThat(guest.text()).contains("Howard Aiken");
        var plain = browser.tab(390).withoutScripts().open(link + "/" + token);
        plain.type("#word", "Alas.").follow("document.querySelector('form[action$=regret]').submit()");
        assertThat(plain.text()).contains("you cannot come");
    }

    /** Two phones and the events team: what the one scans without the network, another has let in meanwhile. */
    @Test
    void the_door_works_on_without_the_network_and_tells_what_was_not_as_it_seemed() {
        var evening = Evening.open(system.gateway(), manager);
        var tickets = evening.tickets(evening.party("Maria Rossi", 4));
        var other = Evening.open(system.gateway(), manager);
        var elsewhere = text(other.tickets(other.party("Luca Bianchi", 1)).getFirst());
        var door = enrolled(evening);

        scan(door, text(tickets.get(0)), "Welcome");
        scan(door, text(tickets.get(1)), "Welcome");
        scan(door, text(tickets.get(0)), "Already in");
        assertThat(door.text()).contains("North door");
        scan(door, elsewhere, "Other event");
        scan(door, forged(text(tickets.get(2))), "Forged");
        scan(door, "T1.nothing", "No ticket");
        door.type("#q", "rossi").touch("[data-part=find-form] button");
        door.awaits("in since");

        door.offline(true);
        scan(door, text(tickets.get(2)), "Let in");
        scan(door, text(tickets.get(3)), "Let in");
        scan(door, text(tickets.get(3)), "Already in");
        scan(door, forged(text(tickets.get(3))), "Forged");
        assertThat(door.text()).contains("no network", "2 to be told");
        var id = tickets.get(3).path("id").asString();
        system.gateway()
                .send("PUT", evening.path("/admissions/" + id), null, "Authorization", manager)
                .expect(201);
        door.offline(false).awaits("To look into");
        door.awaits("connected");
        assertThat(door.text()).contains(id).doesNotContain("to be told");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> system.gateway()
                                .get(evening.path("/admissions/counts"), "Authorization", manager)
                                .body()
                                .path("admitted")
                                .asInt()
                        == 4);
        assertThat(door.open(site + "/door").awaits("4 in").text()).contains("An evening");
    }

    /** The phone was put away, and the browser has forgotten the page; or somebody has reloaded it. */
    @Test
    void the_door_is_reloaded_without_the_network() {
        var evening = Evening.open(system.gateway(), manager);
        var tickets = evening.tickets(evening.party("Maria Rossi", 2));
        try (var wire = Wire.to(site)) {
            var door = enrolled(evening, wire.address());
            door.evaluate("navigator.serviceWorker.ready.then(() => true)");
            scan(door, text(tickets.get(0)), "Welcome");
            wire.cut();
            door.open(wire.address() + "/door").awaits("no network");
            assertThat(door.text()).contains("An evening", "North door");
            assertThat(door.evaluate(
                                    "getComputedStyle(document.body).fontFamily + [...document.fonts].some(f => f.status === 'loaded')")
                            .asString())
                    .startsWith("Inter")
                    .endsWith("true");
            scan(door, text(tickets.get(0)), "Already in");
            scan(door, text(tickets.get(1)), "Let in");
            assertThat(door.text()).contains("1 to be told");
            door.open(wire.address() + "/door").awaits("1 to be told");
            wire.mend();
            door.awaits("connected").awaits("2 in");
            assertThat(door.text()).doesNotContain("to be told");
            assertThat(door.evaluate(
                                    "caches.keys().then(names => Promise.all(names.map(n => caches.open(n).then(c => c.keys()))))"
                                            + ".then(all => all.flat().map(r => new URL(r.url).pathname).filter(p => !/^[/](door$|assets[/])/.test(p)))")
                            .size())
                    .isZero();
        }
    }

    /** In another language it is another page. */
    @Test
    void what_is_kept_of_the_door_is_replaced_by_what_is_new() {
        try (var wire = Wire.to(site)) {
            var door = browser.tab(390).open(wire.address() + "/door");
            door.evaluate("navigator.serviceWorker.ready.then(() => true)");
            door.open(wire.address() + "/door?lang=de");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> door.evaluate(KEPT_LANGUAGES).asString().equals("de"));
            wire.cut();
            assertThat(door.open(wire.address() + "/door").text()).contains("Dieses Telefon bleibt an seiner Tür");
        }
    }

    @Test
    void whoever_was_let_in_by_mistake_is_taken_back() {
        var evening = Evening.open(system.gateway(), manager);
        var ticket = evening.tickets(evening.party("Ana Pérez", 1)).getFirst();
        var door = enrolled(evening);
        scan(door, text(ticket), "Welcome");
        door.touch("[data-part=undo]").awaits("The guest is not in.");
        door.awaits("0 in");
        scan(door, text(ticket), "Welcome");
    }

    @Test
    void a_guest_takes_fewer_places_and_hands_them_on_without_scripts() {
        var evening = Evening.open(system.gateway(), manager);
        var party = evening.party("Maria Rossi", 3);
        var tab = browser.tab(390)
                .withoutScripts()
                .open(site + "/registrations/" + party.path("id").asString() + "/"
                        + party.path("token").asString());
        tab.type("#count-gala", "2").follow("document.querySelector('form[action$=tickets]').submit()");
        assertThat(tab.evaluate("document.querySelectorAll('.ticket').length").asInt())
                .isEqualTo(2);
        tab.type("#transfer-name", "Luca Bianchi").type("#transfer-email", "luca@example.org");
        tab.follow("document.querySelector('form[action$=transfer]').submit()");
        assertThat(tab.text()).contains("luca@example.org");
    }

    @Test
    void a_language_is_kept_from_page_to_page_without_scripts() {
        var tab = browser.tab(390).withoutScripts().open(site + "/events");
        tab.click("footer a[hreflang=de]");
        assertThat(tab.path()).isEqualTo("/events");
        assertThat(tab.open(site + "/join").text()).contains("Wie zwei Städte");
        tab.click("footer a[hreflang=en]");
        assertThat(tab.text()).contains("How two cities become sisters");
    }

    @Test
    void no_page_of_the_staff_shuts_anybody_out() throws IOException {
        var evening = Evening.open(system.gateway(), manager);
        var party = evening.party("Maria Rossi", 2);
        var invitation = evening.invitation("Ada Byron");
        var event = "/console/events/" + evening.id();
        var faults = new ArrayList<String>();
        for (int width : WIDTHS) {
            var tab = eventsTeam(width, true);
            for (var path : List.of(
                    "/console",
                    "/console/events",
                    "/console/events/new",
                    event,
                    event + "/plan",
                    event + "/tickets",
                    event + "/guests",
                    event + "/invitations",
                    event + "/registrations",
                    event + "/registrations/" + party.path("id").asString(),
                    event + "/waiting",
                    event + "/payments",
                    event + "/messages",
                    event + "/messages/templates/REMINDER",
                    event + "/questions",
                    event + "/codes",
                    "/console/people",
                    event + "/doors",
                    "/console/leave",
                    "/door",
                    "/invitations/" + invitation.path("id").asString() + "/"
                            + invitation.path("token").asString()))
                Axe.faults(tab.open(site + path)).forEach(fault -> faults.add(path + " " + width + " " + fault));
        }
        assertThat(faults).isEmpty();
    }

    private static Tab eventsTeam(int width, boolean scripts) {
        var tab = browser.tab(width);
        if (!scripts) tab.withoutScripts();
        return tab.signIn(site, "events-manager", system.password("events-manager"));
    }

    private static Tab enrolled(Evening evening) {
        return enrolled(evening, site);
    }

    private static Tab enrolled(Evening evening, String where) {
        var code = system.gateway()
                .send("POST", evening.path("/door-devices"), Map.of("name", "North door"), "Authorization", manager)
                .expect(201)
                .body()
                .path("code")
                .asString();
        var door = browser.tab(390).open(where + "/door#" + code);
        return door.touch("[data-part=enrol-form] button").awaits("0 in");
    }

    private static void scan(Tab door, String ticket, String word) {
        door.type("#q", ticket).touch("[data-part=find-form] button");
        await(word)
                .atMost(Duration.ofMinutes(1))
                .until(() -> door.evaluate("document.querySelector('[data-part=word]').textContent")
                        .asString()
                        .equals(word));
    }

    private static String text(tools.jackson.databind.JsonNode ticket) {
        return ticket.path("ticket").asString();
    }

    /** The same ticket for another guest: what is signed is no longer what stands there. */
    private static String forged(String ticket) {
        var parts = ticket.split("\\.");
        parts[4] = "77";
        return String.join(".", parts);
    }

    private static String value(Tab tab, String selector) {
        return tab.evaluate("document.querySelector('" + selector + "').value").asString();
    }

    /** Somebody else of the team is faster. */
    private static void edit(String slug, String title) {
        var found = system.gateway().get("/api/v1/events/" + slug, "Authorization", manager);
        var plan = (tools.jackson.databind.node.ObjectNode) found.body().deepCopy();
        plan.retain("slug", "kind", "description", "venue", "zone", "startsAt", "endsAt", "programme", "billing");
        plan.put("title", title);
        system.gateway()
                .send("PUT", "/api/v1/events/" + slug, plan, "Authorization", manager, "If-Match", found.etag())
                .expect(200);
    }
}
