package org.sistercities.web.front;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Later;
import org.sistercities.web.api.NotThere;
import org.sistercities.web.api.Part;
import org.sistercities.web.api.Refused;
import org.sistercities.web.event.EventList;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.partnership.PartnershipItem;
import org.sistercities.web.story.StoryList;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The front page as editors have arranged it, with the newest stories where they have not, and a page that needs nothing but words. */
@Controller
class FrontController {
    private static final int STORIES = 5;
    private static final int EVENTS = 3;
    private static final int ANNIVERSARIES = 40;

    private final Api api;
    private final Pages pages;
    private final Kept<FrontPage> arranged;
    private final Kept<StoryList> stories;
    private final Kept<EventList> events;
    private final Kept<Numbers> numbers;
    private final Kept<Anniversaries> anniversaries;

    FrontController(Api api, Pages pages, Clock clock) {
        this.api = api;
        this.pages = pages;
        this.arranged = kept(FrontPage.class, ApiPath.of("front-page"), clock);
        this.stories = kept(StoryList.class, ApiPath.of("stories").with("limit", STORIES), clock);
        this.events = kept(EventList.class, ApiPath.of("events").with("limit", EVENTS), clock);
        this.numbers = kept(Numbers.class, ApiPath.of("network"), clock);
        this.anniversaries =
                kept(Anniversaries.class, ApiPath.of("anniversaries").with("limit", ANNIVERSARIES), clock);
    }

    /** The network in numbers. */
    record Numbers(int cities, int partnerships, int countries, int diameter, double meanDistance) {}

    record Anniversary(String on, int years, boolean celebrated, PartnershipItem partnership) {}

    record Anniversaries(List<Anniversary> items) {

        /** Those worth a line on the front page. */
        List<Anniversary> celebrated() {
            return items.stream().filter(Anniversary::celebrated).limit(4).toList();
        }
    }

    @GetMapping("/")
    ResponseEntity<byte[]> front(Visitor visitor) {
        return pages.page("front", visitor, model(api.later(arranged::get)));
    }

    /** An edition that visitors do not see yet, for whoever has the link. */
    @GetMapping("/previews/front-page/{id}/{token}")
    ResponseEntity<byte[]> preview(@PathVariable String id, @PathVariable String token, Visitor visitor) {
        var path = ApiPath.of("front-page", "editions", id, "preview").with("token", token);
        try {
            var edition = api.get(FrontPage.class, path);
            return pages.own(HttpStatus.OK, "front", visitor, model(api.later(() -> edition)));
        } catch (Refused tooLate) {
            throw new NotThere(id);
        }
    }

    private Map<String, Object> model(Later<FrontPage> front) {
        var coming = api.later(events::get);
        var counted = api.later(numbers::get);
        var celebrated = api.later(anniversaries::get);
        var model = new HashMap<String, Object>(Map.of("events", coming.part()));
        var chosen = front.part().get();
        chosen.flatMap(FrontPage::campaign).ifPresent(campaign -> model.put("campaign", campaign));
        chosen.flatMap(FrontPage::mission).ifPresent(mission -> model.put("mission", mission));
        model.put(
                "stories",
                chosen.map(FrontPage::stories)
                        .filter(stories -> !stories.isEmpty())
                        .map(stories -> new Part<>(new StoryList(stories, null)))
                        .orElseGet(() -> api.later(stories::get).part()));
        counted.part().get().filter(known -> known.partnerships() > 0).ifPresent(known -> model.put("numbers", known));
        model.put(
                "anniversaries",
                celebrated.part().get().map(Anniversaries::celebrated).orElse(List.of()));
        return model;
    }

    private <T> Kept<T> kept(Class<T> type, ApiPath path, Clock clock) {
        return new Kept<>(() -> api.get(type, path), clock);
    }

    @GetMapping("/join")
    ResponseEntity<byte[]> join(Visitor visitor) {
        return pages.page("join", visitor, Map.of());
    }
}
