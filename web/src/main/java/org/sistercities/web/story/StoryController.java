package org.sistercities.web.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Moved;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Stories: the list, the search, and each one. */
@Controller
class StoryController {
    private static final int PAGE = 12;
    private static final int RELATED = 3;

    private final Api api;
    private final Pages pages;

    StoryController(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GetMapping("/stories")
    ResponseEntity<byte[]> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(required = false) @Nullable String cursor,
            Visitor visitor) {
        boolean asked = q != null && !q.isBlank();
        var path = asked ? ApiPath.of("stories", "search").with("q", q) : ApiPath.of("stories");
        path.with("kind", kind)
                .with("tag", tag)
                .with("city", city)
                .with("cursor", cursor)
                .with("limit", PAGE);
        if (!asked) path.with("author", author);
        var model = new HashMap<String, Object>(Map.of(
                "stories", api.later(() -> api.get(StoryList.class, path)).part()));
        model.put("q", asked ? q : "");
        model.put("kind", kind == null ? "" : kind);
        model.put("tag", tag == null ? "" : tag);
        model.put("more", more(q, kind, tag, city, author));
        return pages.page("stories", visitor, model);
    }

    @GetMapping("/stories/{slug}")
    ResponseEntity<byte[]> story(@PathVariable String slug, Visitor visitor) {
        var related = api.later(() ->
                api.get(StoryList.class, ApiPath.of("stories", slug, "related").with("limit", RELATED)));
        try {
            var story = api.get(StoryPage.class, ApiPath.of("stories", slug));
            return pages.page("story", visitor, Map.of("story", story, "related", related.part()));
        } catch (Moved moved) {
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .header("Location", "/stories/" + moved.name())
                    .build();
        }
    }

    /** The address of the same list, to be completed with where to go on. */
    private static String more(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String tag,
            @Nullable String city,
            @Nullable String author) {
        var query = new StringBuilder("/stories?");
        add(query, "q", q);
        add(query, "kind", kind);
        add(query, "tag", tag);
        add(query, "city", city);
        add(query, "author", author);
        return query.append("cursor=").toString();
    }

    private static void add(StringBuilder query, String name, @Nullable String value) {
        if (value != null && !value.isBlank())
            query.append(name).append('=').append(UriUtils.encode(value, UTF_8)).append('&');
    }
}
