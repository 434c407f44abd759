package org.sistercities.content.editing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Story;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Writing. */
@RestController
@RequestMapping("/api/v1/stories")
@AllowedFor({Role.AUTHOR, Role.EDITOR})
class EditingController {
    private static final int MOST_LISTED = 100;

    private final Newsroom newsroom;
    private final Clock clock;

    EditingController(Newsroom newsroom, Clock clock) {
        this.newsroom = newsroom;
        this.clock = clock;
    }

    /** Stories with a draft, newest first. */
    @GetMapping("/drafts")
    Page<DraftItem> drafts(
            @RequestParam(required = false) @Nullable Moment cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return newsroom.drafts(cursor, limit).map(DraftItem::of);
    }

    /** Stories an editor should look at again, at most a hundred. */
    @GetMapping("/flagged")
    Page<DraftItem> flagged() {
        return new Page<>(newsroom.flagged(MOST_LISTED), null).map(DraftItem::of);
    }

    /** Stories that are to be published or unpublished by themselves, the next first, at most a hundred. */
    @GetMapping("/scheduled")
    Page<DraftItem> scheduled() {
        return new Page<>(newsroom.scheduled(MOST_LISTED), null).map(DraftItem::of);
    }

    /** A new draft. */
    @PostMapping
    ResponseEntity<WorkingView> draft(
            @RequestHeader("Idempotency-Key") IdempotencyKey key, @Valid @RequestBody Manuscript text, Caller caller) {
        var id = key.idIn("stories of " + caller.name());
        var copy = newsroom.copy(text);
        var story = newsroom.create(
                id, key.of(text.toString()), () -> Story.draft(id, caller.name(), copy, clock.instant()));
        return ResponseEntity.created(URI.create("/api/v1/stories/" + id))
                .eTag(story.etag())
                .body(WorkingView.of(story));
    }

    /** A story as it is being worked on. */
    @GetMapping("/{id}/draft")
    ResponseEntity<WorkingView> working(@PathVariable String id) {
        return answer(newsroom.get(id));
    }

    /** Other words; over a published version they are a draft. */
    @PutMapping("/{id}")
    ResponseEntity<WorkingView> revise(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable @Size(max = 2_000) String note,
            @Valid @RequestBody Manuscript text,
            Caller caller) {
        long revision = IfMatch.revision(ifMatch);
        var copy = newsroom.copy(text);
        return answer(newsroom.change(
                id, revision, story -> story.desk(caller, clock.instant()).revise(copy, note)));
    }

    /** The draft over a published version is given up. */
    @DeleteMapping("/{id}/draft")
    ResponseEntity<WorkingView> discard(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(newsroom.change(
                id,
                IfMatch.revision(ifMatch),
                story -> story.desk(caller, clock.instant()).discard(null)));
    }

    /** An editor has looked at what was flagged. */
    @AllowedFor(Role.EDITOR)
    @DeleteMapping("/{id}/flag")
    ResponseEntity<WorkingView> unflag(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(newsroom.change(
                id, IfMatch.revision(ifMatch), story -> story.unflag(caller.name(), null, clock.instant())));
    }

    static ResponseEntity<WorkingView> answer(Stored<Story> story) {
        return ResponseEntity.ok().eTag(story.etag()).body(WorkingView.of(story));
    }
}
