package org.sistercities.platform.description;

import java.io.IOException;
import java.time.Duration;
import org.sistercities.platform.security.Public;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the description that is part of the release; a test holds it against the code (ADR 32). */
@RestController
@RequestMapping("/api/v1/openapi/${spring.application.name}")
@Public
class DescriptionController {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private final byte[] description;

    DescriptionController(Resource description) throws IOException {
        this.description = description.getContentAsByteArray();
    }

    /** This service's endpoints in OpenAPI 3.1. */
    @GetMapping
    ResponseEntity<byte[]> openapi() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(A_MINUTE).cachePublic())
                .contentType(MediaType.APPLICATION_JSON)
                .body(description);
    }
}
