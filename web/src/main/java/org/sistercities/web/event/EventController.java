package org.sistercities.web.event;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.SiteProperties;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Events: the coming ones, those that were, and each one's page. */
@Controller
class EventController {
    private static final int PAGE = 20;

    private final Api api;
    private final Pages pages;
    private final SiteProperties site;

    EventController(Api api, Pages pages, SiteProperties site) {
        this.api = api;
        this.pages = pages;
        this.site = site;
    }

    @GetMapping("/events")
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "false") boolean archive,
            @RequestParam(required = false) @Nullable String cursor,
            Visitor visitor) {
        var path = ApiPath.of("events").with("cursor", cursor).with("limit", PAGE);
        if (archive) path.with("archive", true);
        var events = api.later(() -> api.get(EventList.class, path)).part();
        return pages.page("events", visitor, Map.of("events", events, "archive", archive));
    }

    /** The form's key is new each time it is shown, so that a form sent twice is one registration. */
    @GetMapping("/events/{slug}")
    ResponseEntity<byte[]> page(@PathVariable String slug, Visitor visitor) {
        var event = api.get(EventPage.class, ApiPath.of("events", slug));
        var model = new HashMap<String, Object>(Map.of("event", event, "key", UUID.randomUUID(), "counts", Map.of()));
        model.put("jsonLd", EventJsonLd.of(event, site.url() + "/events/" + event.slug()));
        return pages.page("event", visitor, model);
    }
}
