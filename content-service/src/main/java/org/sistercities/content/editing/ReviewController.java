package org.sistercities.content.editing;

import static org.sistercities.content.editing.EditingController.answer;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.story.Desk;
import org.sistercities.content.story.Press;
import org.sistercities.content.story.Story;
import org.sistercities.content.story.Timing;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Review and publication. */
@RestController
@RequestMapping("/api/v1/stories/{id}")
@AllowedFor(Role.EDITOR)
class ReviewController {
    private final Newsroom newsroom;
    private final Clock clock;

    ReviewController(Newsroom newsroom, Clock clock) {
        this.newsroom = newsroom;
        this.clock = clock;
    }

    /** The author thinks it is done. */
    @AllowedFor({Role.AUTHOR, Role.EDITOR})
    @PostMapping("/review")
    ResponseEntity<WorkingView> submit(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable Note note,
            Caller caller) {
        return atDesk(id, ifMatch, caller, desk -> desk.submit(Note.of(note)));
    }

    /** An editor thinks so, too. */
    @PostMapping("/approval")
    ResponseEntity<WorkingView> approve(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable Note note,
            Caller caller) {
        return atDesk(id, ifMatch, caller, desk -> desk.approve(Note.of(note)));
    }

    /** An editor wants something changed, and says what. */
    @PostMapping("/return")
    ResponseEntity<WorkingView> sendBack(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReturnDraft why,
            Caller caller) {
        return atDesk(id, ifMatch, caller, desk -> desk.sendBack(why.note()));
    }

    /** The draft as it was read goes public. */
    @PostMapping("/publication")
    ResponseEntity<WorkingView> publish(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable Note note,
            Caller caller) {
        return atPress(id, ifMatch, caller, press -> press.publish(Note.of(note)));
    }

    /** Visitors read it no longer; it is a draft again. */
    @DeleteMapping("/publication")
    ResponseEntity<WorkingView> unpublish(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return atPress(id, ifMatch, caller, press -> press.unpublish(null));
    }

    /** What is to happen by itself, in place of what was. */
    @PutMapping("/timing")
    ResponseEntity<WorkingView> schedule(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Timing timing,
            Caller caller) {
        return atPress(id, ifMatch, caller, press -> press.schedule(timing));
    }

    private ResponseEntity<WorkingView> atDesk(
            String id, @Nullable String ifMatch, Caller caller, Function<Desk, Change<Story>> step) {
        return answer(newsroom.change(
                id, IfMatch.revision(ifMatch), story -> step.apply(story.desk(caller, clock.instant()))));
    }

    private ResponseEntity<WorkingView> atPress(
            String id, @Nullable String ifMatch, Caller caller, Function<Press, Change<Story>> step) {
        return answer(newsroom.change(
                id, IfMatch.revision(ifMatch), story -> step.apply(story.press(caller.name(), clock.instant()))));
    }
}
