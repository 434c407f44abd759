package org.sistercities.content.story;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stories for visitors, drafts for those who write them. What is public may be kept by caches that ask whether it still holds. */
@RestController
@RequestMapping("/api/v1/stories")
class ReadingController {
    private static final CacheControl PUBLIC = CacheControl.noCache().cachePublic();

    private final Stories stories;

    ReadingController(Stories stories) {
        this.stories = stories;
    }

    /** Published stories, newest first. */
    @Public
    @GetMapping
    ResponseEntity<Page<StoryTeaser>> published(
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable Moment cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var page = stories.published(city, cursor, limit);
        return ResponseEntity.ok().cacheControl(PUBLIC).eTag(etag(page)).body(page.map(StoryTeaser::of));
    }

    /** What is not published yet, newest first. */
    @AllowedFor({Role.AUTHOR, Role.EDITOR})
    @GetMapping("/drafts")
    Page<StoryTeaser> drafts(
            @RequestParam(required = false) @Nullable Moment cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return stories.drafts(cursor, limit).map(StoryTeaser::of);
    }

    /** One story by its slug or id. */
    @Public
    @GetMapping("/{slugOrId}")
    ResponseEntity<StoryView> story(@PathVariable String slugOrId, Caller caller) {
        var story = stories.bySlugOrId(slugOrId)
                .filter(found -> found.state().visibleTo(caller))
                .orElseThrow(() -> new NoSuchAggregate("story", slugOrId));
        var answer = ResponseEntity.ok().eTag(story.etag());
        if (story.state().status() == Story.Status.PUBLISHED) answer.cacheControl(PUBLIC);
        return answer.body(StoryView.of(story));
    }

    private static String etag(Page<Stored<Story>> page) {
        var content = page.items().stream()
                .map(story -> story.id() + ":" + story.revision())
                .collect(Collectors.joining("\n", "", "\n" + page.next()));
        return "\"" + IdempotentRequest.sha256(content).substring(0, 32) + "\"";
    }
}
