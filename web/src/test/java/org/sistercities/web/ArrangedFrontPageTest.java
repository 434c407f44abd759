package org.sistercities.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What editors have arranged is what visitors see. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrangedFrontPageTest {
    private static final StubApi API = new StubApi();
    private static final String CAMPAIGN = """
            "slug":"peace","name":"60 years <of> peace","slogan":"Since 1956","goal":{"text":"A story from each"},
            "actions":[{"label":"Take part","url":"/join"},{"label":"More information","url":"/campaigns/peace"}]""";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void api(DynamicPropertyRegistry properties) {
        properties.add("sistercities.site.gateway", API::uri);
    }

    @AfterAll
    static void stop() {
        API.stop();
    }

    @Test
    void the_front_page_has_the_chosen_stories_in_their_order_the_campaign_and_the_mission() throws Exception {
        API.says("GET /api/v1/stories", 200, "{\"items\":[" + story("newest") + "]}");
        API.says("GET /api/v1/front-page", 200, """
            {"edition":"e1","slots":[
             {"kind":"FEATURES","stories":[%s,%s],"events":[]},
             {"kind":"HERO","stories":[%s],"events":[]},
             {"kind":"CAMPAIGN","heading":"Take Action","stories":[],"campaign":{%s}},
             {"kind":"MISSION","heading":"Our mission","text":"Peace through people","stories":[]}]}""".formatted(
                        story("second"), story("third"), story("first"), CAMPAIGN));
        var page = get("/");
        assertThat(page.indexOf("/stories/first")).isBetween(0, page.indexOf("/stories/second"));
        assertThat(page).contains("/stories/third").doesNotContain("/stories/newest");
        assertThat(page)
                .contains("Take Action", "60 years &lt;of&gt; peace", "href=\"/join\">Take part</a>")
                .contains("Our mission", "Peace through people");
    }

    @Test
    void a_campaign_has_a_page_of_its_own() throws Exception {
        API.says("GET /api/v1/campaigns/peace", 200, "{" + CAMPAIGN + ",\"html\":\"<p>Host <em>somebody</em>.</p>\"}");
        assertThat(get("/campaigns/peace"))
                .contains("<h1>60 years &lt;of&gt; peace</h1>", "<p>Host <em>somebody</em>.</p>", "A story from each")
                .contains("href=\"/join\">Take part</a>")
                .doesNotContain("More information");
    }

    private static String story(String slug) {
        return """
            {"id":"%s","kind":"STORY","slug":"%s","language":"en","headline":"%s","excerpt":"…","authors":[],"cities":[],
            "publishedOn":"2016-05-17"}""".formatted(slug, slug, slug);
    }

    private String get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
