package org.sistercities.content.story;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AlreadyExists;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writing and publishing. */
@RestController
@RequestMapping("/api/v1/stories")
class EditingController {
    private final AggregateStore<Story> stories;
    private final Clock clock;

    EditingController(AggregateStore<Story> stories, Clock clock) {
        this.stories = stories;
        this.clock = clock;
    }

    /** A new draft. */
    @AllowedFor({Role.AUTHOR, Role.EDITOR})
    @PostMapping
    ResponseEntity<StoryView> draft(
            @RequestHeader("Idempotency-Key") IdempotencyKey key, @Valid @RequestBody Manuscript text, Caller caller) {
        var id = key.idIn("stories of " + caller.name());
        var story = stories.create(id, key.of(text.toString()), () -> Story.draft(id, text, clock.instant()));
        return ResponseEntity.created(URI.create("/api/v1/stories/" + id))
                .eTag(story.etag())
                .body(StoryView.of(story));
    }

    /** Other words for a draft; for a published story only from an editor. */
    @AllowedFor({Role.AUTHOR, Role.EDITOR})
    @PutMapping("/{id}")
    ResponseEntity<StoryView> revise(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Manuscript text,
            Caller caller) {
        var now = clock.instant();
        return answer(stories.change(id, IfMatch.revision(ifMatch), story -> story.revise(text, caller, now)));
    }

    /** The draft as it was read goes public. */
    @AllowedFor(Role.EDITOR)
    @PostMapping("/{id}/publication")
    ResponseEntity<StoryView> publish(
            @PathVariable String id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        try {
            return answer(stories.change(id, IfMatch.revision(ifMatch), story -> story.publish(clock.instant())));
        } catch (AlreadyExists e) {
            throw new Story.SlugTaken(); // the one thing stories may not share
        }
    }

    private static ResponseEntity<StoryView> answer(Stored<Story> story) {
        return ResponseEntity.ok().eTag(story.etag()).body(StoryView.of(story));
    }
}
