package org.sistercities.content.search;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.sistercities.content.reading.Catalog;
import org.sistercities.content.reading.StoryItem;
import org.sistercities.content.reading.StoryLoading;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.Public;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Full-text search. */
@RestController
@RequestMapping("/api/v1/stories")
@Public
class SearchController {
    private final StoryLoading loading;
    private final StorySearch search;
    private final Catalog catalog;

    SearchController(StoryLoading loading, StorySearch search, Catalog catalog) {
        this.loading = loading;
        this.search = search;
        this.catalog = catalog;
    }

    /** Published stories and pages with these words, best first. */
    @GetMapping("/search")
    Page<FoundStory> find(
            @Valid @ModelAttribute Question question,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = Offset.START) Offset cursor) {
        loading.mustBeDone();
        return search.find(question, cursor, limit);
    }

    /** Stories about the same cities, partnerships, events, tags or of the same series. */
    @GetMapping("/{slugOrId}/related")
    Page<StoryItem> related(
            @PathVariable String slugOrId, @RequestParam(defaultValue = "5") @Min(1) @Max(20) int limit) {
        loading.mustBeDone();
        var story = catalog.bySlugOrId(slugOrId).orElseThrow(() -> new NoSuchAggregate("story", slugOrId));
        return new Page<>(search.related(story, limit), null);
    }
}
