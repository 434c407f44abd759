package org.sistercities.web.registration;

import java.util.Map;
import org.sistercities.web.api.Api;
import org.sistercities.web.api.ApiPath;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Tickets and invoices, which the API gives only to who sends the token. */
@Controller
@RequestMapping("/registrations/{id}/{token}")
class FileController {
    private final Api api;

    FileController(Api api) {
        this.api = api;
    }

    @GetMapping("/{file:tickets\\.pdf|invoice\\.pdf}")
    ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String token, @PathVariable String file) {
        return fetched(ApiPath.of("registrations", id, file), token);
    }

    /** One ticket's QR code. */
    @GetMapping("/tickets/{file:[1-9]\\d{0,4}\\.svg}")
    ResponseEntity<Resource> code(@PathVariable String id, @PathVariable String token, @PathVariable String file) {
        return fetched(ApiPath.of("registrations", id, "tickets", file), token);
    }

    private ResponseEntity<Resource> fetched(ApiPath path, String token) {
        var bytes = api.bytes(path, Map.of(PrivateLink.TOKEN, token));
        return ResponseEntity.ok()
                .contentType(bytes.type() == null ? MediaType.APPLICATION_OCTET_STREAM : bytes.type())
                .header("Cache-Control", "no-store")
                .body(bytes.content());
    }
}
