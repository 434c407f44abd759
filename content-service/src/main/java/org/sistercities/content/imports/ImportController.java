package org.sistercities.content.imports;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.sistercities.content.imports.Refusal.ImportUnderWay;
import org.sistercities.content.imports.Refusal.UnreadableExport;
import org.sistercities.content.imports.StoryImport.NobodyListens;
import org.sistercities.platform.problem.Rejection;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Takes in what another system has exported, and answers item by item while it does. */
@AllowedFor(Role.EDITOR)
@RestController
@RequestMapping("/api/v1/stories/imports")
@EnableConfigurationProperties(ImportsProperties.class)
class ImportController {
    private static final Logger log = LoggerFactory.getLogger(ImportController.class);

    private final StoryImport stories;
    private final ImportsProperties limits;
    private final Semaphore places;

    ImportController(StoryImport stories, ImportsProperties limits) {
        this.stories = stories;
        this.limits = limits;
        this.places = new Semaphore(limits.atOnce());
    }

    /** Which system has exported it. */
    enum Format {
        WXR,
        GHOST,
        MEDIUM,
        RSS;

        static Format valueOfParameter(String name) {
            return valueOf(name.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * Needs no Idempotency-Key: an export sent again finds its stories, and makes those that are missing. Whoever hangs up stops it after
     * the item under way.
     *
     * @param dryRun whether only to say what would come of each item
     * @param site where it was, for Ghost, whose exports do not say
     */
    @PostMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<Flux<Item>> start(
            ServerHttpRequest file, // not @RequestBody: whatever media type it claims to have
            @RequestParam @Pattern(regexp = "wxr|ghost|medium|rss") String format,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable @Size(max = 300) @Pattern(regexp = "https?://[^\\s<>\"]+")
                    String site,
            Caller caller)
            throws IOException {
        var received = Upload.received(file.getBody(), limits.largest().toBytes());
        if (!places.tryAcquire()) {
            Files.deleteIfExists(received);
            throw new ImportUnderWay();
        }
        var work = new Work(received, dryRun, caller.name());
        work.open(Format.valueOfParameter(format), site);
        return ResponseEntity.ok(Flux.create(told -> Thread.startVirtualThread(() -> work.run(told))));
    }

    /** One import, from the file to its last line. */
    private final class Work {
        private final Path file;
        private final boolean dryRun;
        private final String by;
        private final AtomicBoolean hasBegun = new AtomicBoolean();
        private @Nullable Parcel parcel;
        private @Nullable Export export;

        Work(Path file, boolean dryRun, String by) {
            this.file = file;
            this.dryRun = dryRun;
            this.by = by;
        }

        void open(Format format, @Nullable String site) throws IOException {
            boolean isOpen = false;
            try {
                var opened = Parcel.open(file, limits);
                parcel = opened;
                export = switch (format) {
                    case WXR -> new FeedExport(opened, true);
                    case RSS -> new FeedExport(opened, false);
                    case GHOST -> new GhostExport(opened, site);
                    case MEDIUM -> new MediumExport(opened);
                };
                isOpen = true;
            } catch (UncheckedIOException e) {
                throw new UnreadableExport("it is damaged");
            } finally {
                if (!isOpen) close();
            }
            CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES).execute(this::giveUp);
        }

        void run(FluxSink<Item> told) {
            if (hasBegun.getAndSet(true)) return;
            try {
                stories.run(
                        Objects.requireNonNull(export),
                        Objects.requireNonNull(parcel),
                        dryRun,
                        by,
                        told::next,
                        told::isCancelled);
            } catch (NobodyListens e) {
                log.info("{} has hung up on an import", by);
            } catch (Rejection e) {
                told.next(Item.brokenOff("/problems/" + e.rule(), String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                log.error("An import broke off", e);
                told.next(Item.brokenOff(null, "It could not be read further."));
            } finally {
                close();
                told.complete();
            }
        }

        /** Whoever hung up before the first line never asked for one. */
        private void giveUp() {
            if (!hasBegun.getAndSet(true)) close();
        }

        private void close() {
            try {
                if (parcel != null) parcel.close();
                Files.deleteIfExists(file);
            } catch (IOException e) {
                log.warn("A file of an import is left: {}", e.toString());
            } finally {
                places.release();
            }
        }
    }
}
