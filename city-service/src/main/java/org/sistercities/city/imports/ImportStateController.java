package org.sistercities.city.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far an import has come, of whatever kind, and what was rejected. */
@RestController
@RequestMapping({"/api/v1/cities/imports/{id}", "/api/v1/partnerships/imports/{id}"})
@AllowedFor(Role.ADMINISTRATOR)
class ImportStateController {
    private final Imports imports;
    private final Clock clock;

    ImportStateController(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    @GetMapping
    ImportView get(@PathVariable String id) {
        return ImportView.of(imports.get(id), clock.instant());
    }

    @GetMapping("/rejections")
    Page<RejectedLine> rejections(
            @PathVariable String id,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(defaultValue = Offset.START) Offset cursor) {
        imports.get(id);
        return Page.of(imports.rejections(id, cursor.items(), limit + 1), limit, RejectedLine::line);
    }
}
