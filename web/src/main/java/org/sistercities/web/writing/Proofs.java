package org.sistercities.web.writing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.NotThere;
import org.sistercities.web.api.Refused;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Staff;
import org.sistercities.web.story.StoryItem.Dateline;
import org.sistercities.web.story.StoryPage.Credit;
import org.sistercities.web.story.StoryPage.Picture;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shows words before visitors see them: set by the API, which makes the same of them when they are published. */
@Component
class Proofs {
    private final Api api;
    private final Places places;

    Proofs(Api api, Places places) {
        this.api = api;
        this.places = places;
    }

    record Rendered(String html) {}

    /** What is kept. */
    Sheet of(Working story, Staff staff) {
        return new Sheet(
                story.kind(),
                story.language(),
                story.headline(),
                story.excerpt(),
                story.dateline(),
                html(Objects.requireNonNullElse(story.body(), ""), staff),
                picture(story.leadImage(), staff),
                Objects.requireNonNullElse(story.credits(), List.of()));
    }

    /** What is typed, as far as it can be shown. */
    Sheet of(JsonNode typed, Staff staff) {
        var html = html(typed.path("body").asString(""), staff);
        return sheet(typed, html, picture(typed.path("leadImage").asString(""), staff));
    }

    /** A text as the API has it, with what it is to be shown with. */
    static Sheet sheet(JsonNode text, String html, @Nullable Picture picture) {
        return new Sheet(
                text.path("kind").asString("STORY"),
                text.path("language").asString("en"),
                text.path("headline").asString(""),
                text.path("excerpt").asString(""),
                dateline(text.path("dateline")),
                html,
                picture,
                text.path("credits").valueStream().map(Proofs::credit).toList());
    }

    /** What cities are called, by their ids. */
    Map<String, String> cities(List<String> ids, Visitor visitor) {
        var names = ids.stream()
                .map(id -> api.later(() -> places.written(id, visitor.locale())))
                .toList();
        var byId = new LinkedHashMap<String, String>();
        for (int i = 0; i < ids.size(); i++)
            byId.put(ids.get(i), names.get(i).part().get().orElse(ids.get(i)).replaceFirst(" *\\[[^\\[]*]$", ""));
        byId.replaceAll((id, name) -> name.isEmpty() ? id : name);
        return byId;
    }

    private static String html(String body, Staff staff) {
        if (body.isBlank()) return "";
        return staff.ask(ApiPath.of("stories", "rendering"), Map.of("body", body), Rendered.class)
                .html();
    }

    private static @Nullable Picture picture(@Nullable String id, Staff staff) {
        if (id == null || id.isBlank()) return null;
        try {
            return staff.get(Image.class, ApiPath.of("images", id)).picture();
        } catch (NotThere | Refused e) {
            return null;
        }
    }

    private static Credit credit(JsonNode credit) {
        return new Credit(
                credit.path("role").asString("AUTHOR"),
                credit.path("name").asString(""),
                credit.path("title").asString(""),
                credit.path("organisation").asString(""),
                null);
    }

    private static @Nullable Dateline dateline(JsonNode dateline) {
        try {
            return new Dateline(
                    dateline.path("place").asString(""),
                    java.time.LocalDate.parse(dateline.path("date").asString("")));
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }
}
