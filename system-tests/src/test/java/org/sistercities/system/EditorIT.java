package org.sistercities.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercities.system.Browser.Tab;
import tools.jackson.databind.node.ObjectNode;

/** A story's way from an author's first word to the front page, on the site that {@code ./start} runs, in a real browser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EditorIT {
    private static final List<Integer> WIDTHS = List.of(390, 1440);

    /** A picture of 400 by 300 pixels, drawn here, in the field for the file. */
    private static final String DRAWN = """
            new Promise(done => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 300 });
              const draw = canvas.getContext('2d');
              draw.fillStyle = '#12466b'; draw.fillRect(0, 0, 400, 300);
              draw.fillStyle = '#%s'; draw.fillRect(40, 40, 120, 120);
              canvas.toBlob(blob => {
                const files = new DataTransfer();
                files.items.add(new File([blob], 'mayors.png', { type: 'image/png' }));
                document.querySelector('#file').files = files.files;
                done(true);
              });
            })""";

    @TempDir
    static Path folder;

    private static RunningQuickstart system;
    private static Browser browser;
    private static String site;
    private static String editor;
    private static String author;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String headline = "Two rooms " + mark;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(folder.resolve("browser"));
        system = RunningQuickstart.shared();
        site = system.address();
        editor = system.bearer("editor");
        author = system.bearer("author");
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
    }

    @Test
    void from_the_first_word_to_the_front_page_and_back_to_earlier_words() {
        var writing = signIn("author", true);
        var picture = aPicture(writing);
        var path = written(writing, picture);
        assertThat(writing.text())
                .contains("Draft", "©AP", "Give it to an editor")
                .doesNotContain("Publish now");
        assertThat(writing.evaluate("document.querySelector('.sheet img').naturalWidth > 50")
                        .asBoolean())
                .isTrue();
        writing.follow("document.querySelector('form[action$=review]').submit()");
        assertThat(writing.text()).contains("Waiting for an editor");

        var editing = signIn("editor", false).open(site + "/console/stories");
        assertThat(editing.text()).contains(headline);
        editing.open(site + path).follow("document.querySelector('form[action$=approval]').submit()");
        assertThat(editing.text()).contains("Approved");
        assertThat(writing.open(site + path).text()).contains("Only an editor can change it now");
        editing.type("#publishAt", "2001-01-01T09:00")
                .follow("document.querySelector('form[action$=timing]').submit()");
        assertThat(editing.text()).contains("That was not done", "These times do not fit");
        assertThat(value(editing, "#publishAt")).isEqualTo("2001-01-01T09:00");
        editing.type("#publishAt", "2099-01-01T09:00")
                .follow("document.querySelector('form[action$=timing]').submit()");
        assertThat(editing.text()).contains("Appears", "2099");
        editing.follow("document.querySelector('form[action$=publication]').submit()");
        assertThat(editing.text()).contains("Published");
        var story = "/stories/two-rooms-" + mark;
        await().atMost(Duration.ofMinutes(1))
                .until(() -> browser.tab(390).open(site + story).text().contains("There was one ceremony"));
        assertThat(browser.tab(390).open(site + story).text()).contains("©AP", "Asiago");

        editedMeanwhile(editing, path);
        broughtBack(editing, path);
        onTheFrontPage(editing);
    }

    /** Uploaded, described, and its point chosen by a click. */
    private String aPicture(Tab tab) {
        tab.open(site + "/console/images").evaluate(DRAWN.formatted(mark.substring(0, 6)));
        tab.type("#alt", "Two mayors wave " + mark).click("form[enctype] button");
        assertThat(tab.text()).contains("What must be seen");
        tab.evaluate("""
                (() => { const box = document.querySelector('[data-focal]').getBoundingClientRect();
                  document.querySelector('[data-focal]').dispatchEvent(new MouseEvent('click', { bubbles: true,
                    clientX: box.left + box.width * .25, clientY: box.top + box.height * .5 })); })()""");
        assertThat(value(tab, "#focalPoint-x")).isEqualTo("0.25");
        tab.type("#creditLine", "©AP").click("form[action^='/console/images'] button.first");
        var id = tab.path().replaceFirst(".*/", "");
        var kept = system.gateway()
                .get("/api/v1/images/" + id, "Authorization", author)
                .body();
        assertThat(kept.at("/focalPoint/y").asDouble()).isEqualTo(0.5);
        assertThat(kept.path("creditLine").asString()).isEqualTo("©AP");
        return id;
    }

    private String written(Tab tab, String picture) {
        tab.open(site + "/console/stories/new").press("#headline", headline);
        tab.press("#body", "There was one ceremony and *two* rooms.\n\nNobody had to travel.");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> tab.evaluate("document.querySelector('.proof em')?.textContent === 'two'")
                        .asBoolean());
        tab.press("#cities-0-city", "asiag");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> tab.evaluate("document.querySelector('[role=option]')?.textContent.startsWith('Asiago')")
                        .asBoolean());
        tab.key("ArrowDown", 40).key("Enter", 13);
        assertThat(value(tab, "#cities-0-city")).endsWith("[gn3182744]");
        tab.type("#cities-1-city", "Nowhere at all " + mark).type("#leadImage", picture);
        tab.type("#credits-0-name", "Ada Example").click("form.writing button.first");
        assertThat(tab.text()).contains("No city of this name was found");
        assertThat(value(tab, "#headline")).isEqualTo(headline);
        tab.type("#cities-1-city", "Lockport").click("form.writing button.first");
        assertThat(tab.text()).contains(headline, "Asiago", "Lockport");
        return tab.path();
    }

    /** Somebody else is faster; both versions are there, and the editor's is kept knowingly. */
    private void editedMeanwhile(Tab tab, String path) {
        tab.open(site + path + "/text").type("#body", "There was one ceremony and three rooms.");
        var id = path.replaceFirst(".*/", "");
        var found = system.gateway().get("/api/v1/stories/" + id + "/draft", "Authorization", editor);
        var other = (ObjectNode) found.body().deepCopy();
        other.retain("kind", "headline", "slug", "language", "cityIds", "leadImage", "publishedOn");
        other.put("body", "Somebody else’s words.");
        system.gateway()
                .send("PUT", "/api/v1/stories/" + id, other, "Authorization", editor, "If-Match", found.etag())
                .expect(200);
        tab.click("form.writing button.first");
        assertThat(tab.text()).contains("Somebody else was faster", "Somebody else’s words.");
        assertThat(value(tab, "#body")).isEqualTo("There was one ceremony and three rooms.");
        tab.click("form.writing button.first");
        assertThat(tab.text()).contains("three rooms", "over the published version");
    }

    private void broughtBack(Tab tab, String path) {
        tab.click(".console-nav a[href$=history]").click(".timeline li a");
        assertThat(tab.evaluate("document.querySelector('.diff ins').textContent")
                        .asString())
                .isEqualTo("There was one ceremony and three rooms.");
        assertThat(tab.evaluate("document.querySelector('.diff del').textContent")
                        .asString())
                .isEqualTo("Somebody else’s words.");
        tab.open(site + path + "/history").follow("[...document.querySelectorAll('.timeline li a')].at(-1).click()");
        tab.follow("document.querySelector('form[action$=restoration]').submit()");
        assertThat(tab.text()).contains("Nobody had to travel.", "earlier words brought back");
    }

    private void onTheFrontPage(Tab tab) {
        var story = system.gateway()
                .get("/api/v1/stories/two-rooms-" + mark)
                .body()
                .path("id")
                .asString();
        tab.open(site + "/console/front-page").click(".lines a[href*='new?like']");
        int places = count(tab, ".slot");
        tab.click("button[value=add]");
        assertThat(count(tab, ".slot")).isEqualTo(places + 1);
        tab.type("#slots-" + places + "-story-0", story).click("button[value=up-" + places + "]");
        assertThat(value(tab, "#slots-" + (places - 1) + "-story-0")).isEqualTo(story);
        tab.click("button[name=keep]");
        assertThat(tab.text()).contains("Draft");
        var path = tab.path();
        assertThat(tab.click("form[action$=preview-links] button").text()).contains(headline);
        tab.open(site + path).follow("document.querySelector('form[action$=publication]').submit()");
        assertThat(tab.text()).contains("Visitors see it");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> browser.tab(390).open(site + "/").text().contains(headline));
    }

    @Test
    void no_page_of_the_editors_shuts_anybody_out() throws IOException {
        var writing = signIn("author", true);
        var picture = aPicture(writing);
        var path = written(writing, picture);
        var faults = new ArrayList<String>();
        for (int width : WIDTHS) {
            var tab = signIn(width, "editor", true);
            var edition = system.gateway()
                    .get("/api/v1/front-page/editions", "Authorization", editor)
                    .body()
                    .at("/items/0/id")
                    .asString();
            for (var page : List.of(
                    "/console",
                    "/console/stories",
                    "/console/stories/new",
                    path,
                    path + "/text",
                    path + "/history",
                    path + "/history/1",
                    "/console/images",
                    "/console/images/" + picture,
                    "/console/campaigns",
                    "/console/campaigns/new",
                    "/console/front-page",
                    "/console/front-page/new?like=" + edition,
                    "/console/front-page/" + edition))
                Axe.faults(tab.open(site + page)).forEach(fault -> faults.add(page + " " + width + " " + fault));
        }
        assertThat(faults).isEmpty();
    }

    /** Without scripts: a preview by its button, and a field that is not right. */
    @Test
    void a_campaign_is_written_shown_and_taken_off() {
        var tab = signIn("editor", false).open(site + "/console/campaigns").click("a[href$='/campaigns/new']");
        tab.type("#name", "A thousand letters " + mark)
                .type("#body", "Write *one*.")
                .type("#goal-text", "A thousand");
        tab.type("#actions-0-label", "Write").type("#actions-0-url", "nowhere").click(".save-bar button");
        assertThat(tab.text()).contains("An address that begins with https:// or, on this site, with /.");
        tab.type("#actions-0-url", "/stories").click(".save-bar button");
        assertThat(tab.text()).contains("Draft", "Show it to visitors");
        var campaign = "/campaigns/a-thousand-letters-" + mark;
        assertThat(system.gateway().get("/api/v1" + campaign).status()).isEqualTo(404);
        tab.click("form[action$=publication] button");
        assertThat(tab.text()).contains("Visitors see it");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> browser.tab(390).open(site + campaign).text().contains("A thousand letters"));
        tab.click("form[action$=withdrawal] button");
        assertThat(tab.text()).contains("Show it to visitors");
    }

    private static Tab signIn(String account, boolean scripts) {
        return signIn(1440, account, scripts);
    }

    private static Tab signIn(int width, String account, boolean scripts) {
        var tab = browser.tab(width);
        if (!scripts) tab.withoutScripts();
        return tab.signIn(site, account, system.password(account));
    }

    private static String value(Tab tab, String selector) {
        return tab.evaluate("document.querySelector('" + selector + "').value").asString();
    }

    private static int count(Tab tab, String selector) {
        return tab.evaluate("document.querySelectorAll('" + selector + "').length")
                .asInt();
    }
}
