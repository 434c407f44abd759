package org.sistercities.content.editing;

import static org.sistercities.content.editing.EditingController.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Manuscript;
import org.sistercities.content.story.Story;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done with a story, who wrote what, and the way back. */
@RestController
@RequestMapping("/api/v1/stories/{id}/revisions")
@AllowedFor({Role.AUTHOR, Role.EDITOR})
class RevisionController {
    private final Newsroom newsroom;
    private final Archive archive;
    private final Differences differences;
    private final Clock clock;

    RevisionController(Newsroom newsroom, Archive archive, Differences differences, Clock clock) {
        this.newsroom = newsroom;
        this.archive = archive;
        this.differences = differences;
        this.clock = clock;
    }

    /** All steps, the newest first. */
    @GetMapping
    Page<RevisionItem> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Offset cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return archive.of(newsroom.get(id).state(), cursor, limit).map(RevisionItem::of);
    }

    /** One step, with the words it wrote. */
    @GetMapping("/{number}")
    Revision one(@PathVariable String id, @PathVariable int number) {
        return revision(newsroom.get(id).state(), number);
    }

    /** What its words change in those of another revision, or in those before. */
    @GetMapping("/{number}/diff")
    Differences.Found diff(
            @PathVariable String id, @PathVariable int number, @RequestParam(required = false) @Nullable Integer from) {
        var story = newsroom.get(id).state();
        var after = revision(story, number);
        var before = from != null
                ? revision(story, from)
                : archive.wordsBefore(story, number)
                        .orElseThrow(() -> new NoSuchAggregate("revision", "before " + number));
        return differences.between(before.step().number(), words(before), number, words(after));
    }

    /** Its words become the draft. */
    @PostMapping("/{number}/restoration")
    ResponseEntity<WorkingView> restore(
            @PathVariable String id,
            @PathVariable int number,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        long revision = IfMatch.revision(ifMatch);
        var copy = newsroom.copy(words(revision(newsroom.get(id).state(), number)));
        return answer(newsroom.change(
                id, revision, story -> story.desk(caller, clock.instant()).restore(copy, number)));
    }

    private Revision revision(Story story, int number) {
        return archive.find(story, number)
                .orElseThrow(() -> new NoSuchAggregate("revision", Revision.id(story.id(), number)));
    }

    private static Manuscript words(Revision revision) {
        var text = revision.text();
        if (text == null) throw new WroteNothing(revision.step());
        return text;
    }
}
