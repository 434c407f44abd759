package org.sistercities.city.imports;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.sistercities.city.registry.City;
import org.sistercities.city.registry.GeoNamesDump;
import org.sistercities.city.registry.RegionNames;
import org.sistercities.platform.aggregate.AggregateStore;
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

/** Imports of cities over HTTP: a GeoNames dump goes in; {@link ImportStateController} tells what becomes of it. */
@RestController
@RequestMapping("/api/v1/cities/imports")
@AllowedFor(Role.ADMINISTRATOR)
class CityImportController {
    private static final long LARGEST_BYTES = 64L * 1024 * 1024;

    private final RunningImports running;
    private final Imports imports;
    private final AggregateStore<City> cities;
    private final RegionNames regions;
    private final Clock clock;

    CityImportController(
            RunningImports running, Imports imports, AggregateStore<City> cities, RegionNames regions, Clock clock) {
        this.running = running;
        this.imports = imports;
        this.cities = cities;
        this.regions = regions;
        this.clock = clock;
    }

    /** Needs no Idempotency-Key: a dump entered twice, or broken off and entered again, registers nothing twice. */
    @PostMapping(consumes = "text/tab-separated-values")
    ResponseEntity<ImportView> start(
            @RequestBody Flux<DataBuffer> dump, @RequestParam(defaultValue = "false") boolean dryRun, Caller caller)
            throws IOException {
        var file = Upload.received(dump, LARGEST_BYTES);
        var list = new CityImport(cities, new GeoNamesDump(regions), clock, dryRun);
        var id = running.start(file, list, dryRun, caller.name());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/cities/imports/" + id))
                .body(ImportView.of(imports.get(id), clock.instant()));
    }
}
