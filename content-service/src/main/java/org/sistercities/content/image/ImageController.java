package org.sistercities.content.image;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.mirror.Dated;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.aggregate.IfMatch;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
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

/** Images, for those who write. */
@RestController
@RequestMapping("/api/v1/images")
@AllowedFor({Role.AUTHOR, Role.EDITOR})
class ImageController {
    private static final String CHANGED = "state.changed";

    private final AggregateStore<Image> images;
    private final UploadImage uploads;
    private final DeleteImage deletions;
    private final Gallery gallery;
    private final Clock clock;

    ImageController(
            AggregateStore<Image> imageStore,
            UploadImage uploads,
            DeleteImage deletions,
            Gallery gallery,
            Clock clock) {
        this.images = imageStore;
        this.uploads = uploads;
        this.deletions = deletions;
        this.gallery = gallery;
        this.clock = clock;
    }

    /** A file, as the body, whatever media type it claims to have; what it shows as a parameter. */
    @PostMapping
    ResponseEntity<ImageView> upload(
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @RequestParam @NotBlank @Size(max = 1_000) String alt,
            ServerHttpRequest file, // not @RequestBody: that refuses what claims to be a form, as curl's files do
            Caller caller) {
        var image = uploads.upload(key, caller.name(), Description.of(alt), file.getBody());
        return ResponseEntity.created(URI.create("/api/v1/images/" + image.id()))
                .eTag(image.etag())
                .body(ImageView.of(image));
    }

    /** All of them, those changed last first. */
    @GetMapping
    Page<ImageView> list(
            @RequestParam(required = false) @Nullable Moment cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var from = cursor == null ? gt(CHANGED, "") : lt(CHANGED, Dated.key(cursor.time(), cursor.id()));
        var found =
                images.list(and(from, eq("state.status", Image.Status.PRESENT.name())), descending(CHANGED), limit + 1);
        return Page.of(found, limit, ImageController::place).map(ImageView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<ImageView> image(@PathVariable String id) {
        return answer(images.find(id)
                .filter(image -> image.state().status() != Image.Status.GONE)
                .orElseThrow(() -> new NoSuchAggregate("image", id)));
    }

    /** Says something else about it, wherever it is shown. */
    @PutMapping("/{id}")
    ResponseEntity<ImageView> describe(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Description description,
            Caller caller) {
        return answer(gallery.saw(images.change(
                id, IfMatch.revision(ifMatch), image -> image.describe(description, caller, clock.instant()))));
    }

    /** Deletes what nothing shows. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        deletions.delete(id, IfMatch.revision(ifMatch), caller);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<ImageView> answer(Stored<Image> image) {
        return ResponseEntity.ok().eTag(image.etag()).body(ImageView.of(image));
    }

    private static Moment place(Stored<Image> image) {
        var changed = image.state().changed();
        return new Moment(Dated.time(changed), image.id());
    }
}
