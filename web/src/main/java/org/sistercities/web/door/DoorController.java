package org.sistercities.web.door;

import java.util.Map;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Knows nothing of devices: their key stays in the browser. */
@Controller
class DoorController {
    private final Pages pages;

    DoorController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/door")
    ResponseEntity<byte[]> door(Visitor visitor) {
        return pages.own(HttpStatus.OK, "door", visitor, Map.of());
    }
}
