package org.sistercities.content.frontpage;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Offset;
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

/** Front pages, for editors. A past one is restored by sending its slots as a new one. */
@RestController
@RequestMapping("/api/v1/front-page/editions")
@AllowedFor(Role.EDITOR)
class EditionController {
    private final Editions editions;
    private final Clock clock;

    EditionController(Editions editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    /** What is to be on the page, and perhaps why. */
    record Layout(
            @NotNull @NotEmpty @Size(max = 20) List<@Valid @NotNull Slot> slots,
            @Nullable @Size(max = 2_000) String note) {}

    /** From when on it is to be seen. */
    record Plan(@NotNull Instant from) {}

    /** An edition as editors see it. */
    record EditionView(
            String id,
            Edition.Stage stage,
            @Nullable Instant from,
            List<Slot> slots,
            @Nullable String note,
            String by,
            Instant at) {}

    /** All of them: drafts, then what is planned, then what visitors see and saw. */
    @GetMapping
    Page<EditionView> history(
            @RequestParam(defaultValue = Offset.START) Offset cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return Page.of(editions.history(), cursor, limit).map(this::view);
    }

    @PostMapping
    ResponseEntity<EditionView> draft(
            @RequestHeader("Idempotency-Key") IdempotencyKey key, @Valid @RequestBody Layout layout, Caller caller) {
        var id = key.idIn("front pages of " + caller.name());
        var edition = editions.create(
                id,
                key.of(layout.toString()),
                Edition.draft(id, layout.slots(), layout.note(), caller.name(), clock.instant()));
        return ResponseEntity.created(URI.create("/api/v1/front-page/editions/" + id))
                .eTag(edition.etag())
                .body(view(edition));
    }

    @GetMapping("/{id}")
    ResponseEntity<EditionView> edition(@PathVariable String id) {
        return answer(editions.get(id));
    }

    /** Something else is to be on it, until it is public. */
    @PutMapping("/{id}")
    ResponseEntity<EditionView> revise(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Layout layout,
            Caller caller) {
        return change(
                id, ifMatch, edition -> edition.revise(layout.slots(), layout.note(), caller.name(), clock.instant()));
    }

    /** It takes over then. */
    @PutMapping("/{id}/timing")
    ResponseEntity<EditionView> plan(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Plan plan,
            Caller caller) {
        return change(id, ifMatch, edition -> edition.plan(plan.from(), caller.name(), clock.instant()));
    }

    /** It does not; it is a draft again. */
    @DeleteMapping("/{id}/timing")
    ResponseEntity<EditionView> unplan(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return change(id, ifMatch, edition -> edition.plan(null, caller.name(), clock.instant()));
    }

    /** It takes over now. */
    @PostMapping("/{id}/publication")
    ResponseEntity<EditionView> publish(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return change(id, ifMatch, edition -> edition.publish(caller.name(), clock.instant()));
    }

    private ResponseEntity<EditionView> change(
            String id, @Nullable String ifMatch, Function<Edition, Change<Edition>> decision) {
        return answer(editions.change(id, IfMatch.revision(ifMatch), decision));
    }

    private ResponseEntity<EditionView> answer(Stored<Edition> edition) {
        return ResponseEntity.ok().eTag(edition.etag()).body(view(edition));
    }

    private EditionView view(Stored<Edition> stored) {
        var edition = stored.state();
        return new EditionView(
                stored.id(),
                edition.stage(clock.instant()),
                edition.from(),
                edition.slots(),
                edition.note(),
                edition.by(),
                edition.at());
    }
}
