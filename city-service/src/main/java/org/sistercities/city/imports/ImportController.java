package org.sistercities.city.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ContentTooLargeException;
import reactor.core.publisher.Flux;

/** Imports over HTTP: a list goes in, and how far it has come and what was rejected can be read. */
@RestController
@RequestMapping("/api/v1/partnerships/imports")
@AllowedFor(Role.ADMINISTRATOR)
class ImportController {
    private static final long LARGEST_BYTES = 10L * 1024 * 1024;

    private final RunningImports running;
    private final Imports imports;
    private final Clock clock;

    ImportController(RunningImports running, Imports imports, Clock clock) {
        this.running = running;
        this.imports = imports;
        this.clock = clock;
    }

    /** An import as it stands; {@code problem} says why it failed. */
    record ImportView(
            String id,
            ImportRun.State state,
            long read,
            long recorded,
            long unchanged,
            long rejected,
            Instant startedAt,
            @Nullable String problem) {

        static ImportView of(Stored<ImportRun> stored, Instant now) {
            var run = stored.state();
            var counts = run.counts();
            return new ImportView(
                    stored.id(),
                    run.stateAt(now),
                    counts.read(),
                    counts.recorded(),
                    counts.unchanged(),
                    counts.rejected(),
                    run.startedAt(),
                    run.problem());
        }
    }

    /** Needs no Idempotency-Key: a list entered twice records nothing twice. */
    @PostMapping(consumes = "text/csv")
    ResponseEntity<ImportView> start(@RequestBody Flux<DataBuffer> list, Caller caller) throws IOException {
        var id = running.start(received(list), caller.name());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/partnerships/imports/" + id))
                .body(get(id));
    }

    @GetMapping("/{id}")
    ImportView get(@PathVariable String id) {
        return ImportView.of(imports.get(id), clock.instant());
    }

    @GetMapping("/{id}/rejections")
    Page<RejectedLine> rejections(
            @PathVariable String id,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = Offset.START) Offset cursor) {
        imports.get(id);
        return Page.of(imports.rejections(id, cursor.items(), limit + 1), limit, RejectedLine::line);
    }

    private static Path received(Flux<DataBuffer> list) throws IOException {
        var file = Files.createTempFile("partnerships-", ".csv");
        try {
            DataBufferUtils.write(limited(list), file).block();
            return file;
        } catch (RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static Flux<DataBuffer> limited(Flux<DataBuffer> list) {
        var bytes = new AtomicLong();
        return list.map(buffer -> {
            if (bytes.addAndGet(buffer.readableByteCount()) <= LARGEST_BYTES) return buffer;
            DataBufferUtils.release(buffer);
            throw new ContentTooLargeException(null);
        });
    }
}
