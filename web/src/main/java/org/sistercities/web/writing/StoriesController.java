package org.sistercities.web.writing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Part;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Staff;
import org.sistercities.web.story.StoryList;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is being worked on, by what it waits for, and what is published. */
@Controller
class StoriesController {
    private static final int DRAFTS = 100;
    private static final int PUBLISHED = 20;

    private final Desk desk;
    private final Pages pages;

    StoriesController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/console/stories")
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            Visitor visitor) {
        var staff = desk.staff(visitor, Desk.AUTHOR, Desk.EDITOR);
        var drafts = staff.later(
                Working.Listed.class,
                ApiPath.of("stories", "drafts").with("cursor", cursor).with("limit", DRAFTS));
        var flagged = staff.later(Working.Listed.class, ApiPath.of("stories", "flagged"));
        var scheduled = staff.later(Working.Listed.class, ApiPath.of("stories", "scheduled"));
        var published = q.isBlank()
                ? ApiPath.of("stories")
                : ApiPath.of("stories", "search").with("q", q);
        var model = new HashMap<String, Object>();
        model.put(
                "published",
                staff.later(StoryList.class, published.with("limit", PUBLISHED)).part());
        model.put("flagged", flagged.part());
        var found = drafts.part();
        model.put("drafts", found);
        var timed = scheduled.part();
        model.put("scheduled", timed);
        model.put("groups", groups(found, timed, staff));
        model.put("q", q);
        return pages.own(HttpStatus.OK, "console-stories", visitor, model);
    }

    /** What waits for an editor first, then what waits for its day, to appear or to disappear, then what is being written. */
    private static Map<String, List<Working>> groups(
            Part<Working.Listed> drafts, Part<Working.Listed> scheduled, Staff staff) {
        var groups = new LinkedHashMap<String, List<Working>>();
        for (var name : List.of("review", "approved", "scheduled", "mine", "others"))
            groups.put(name, new ArrayList<>());
        for (var story : items(drafts))
            if (!story.willAppear())
                Objects.requireNonNull(groups.get(group(story, staff))).add(story);
        groups.put("scheduled", items(scheduled));
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    private static List<Working> items(Part<Working.Listed> listed) {
        return listed.get().map(Working.Listed::items).orElse(List.of());
    }

    private static String group(Working story, Staff staff) {
        return switch (Objects.requireNonNullElse(story.stage(), "")) {
            case "IN_REVIEW" -> "review";
            case "APPROVED" -> "approved";
            default -> staff.name().equals(story.owner()) ? "mine" : "others";
        };
    }
}
