package org.sistercities.city.imports;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Imports over HTTP: a list goes in; {@link ImportStateController} tells what becomes of it. */
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
                .body(ImportView.of(imports.get(id), clock.instant()));
    }
}
