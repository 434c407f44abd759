package org.sistercities.city.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Imports over HTTP: a list goes in, and how far it has come and what was rejected can be read. */
@RestController
@RequestMapping("/api/v1/partnerships/imports")
@AllowedFor(Role.ADMINISTRATOR)
class PartnershipImportController {
    private static final long LARGEST_BYTES = 10L * 1024 * 1024;

    private final RunningImports running;
    private final Imports imports;
    private final PairCheck check;
    private final PartnershipRecorder recorder;
    private final Clock clock;

    PartnershipImportController(
            RunningImports running, Imports imports, PairCheck check, PartnershipRecorder recorder, Clock clock) {
        this.running = running;
        this.imports = imports;
        this.check = check;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Needs no Idempotency-Key: a list entered twice records nothing twice. */
    @PostMapping(consumes = "text/csv")
    ResponseEntity<ImportView> start(
            @RequestBody Flux<DataBuffer> list, @RequestParam(defaultValue = "false") boolean dryRun, Caller caller)
            throws IOException {
        var file = Upload.received(list, LARGEST_BYTES);
        var partnerships = new PartnershipImport(check, recorder, caller.name(), dryRun);
        var id = running.start(file, partnerships, dryRun, caller.name());
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
}
