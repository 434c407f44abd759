package org.sistercities.web.staff;

import java.util.Map;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff begin, and where they leave. */
@Controller
class DeskController {
    private final Desk desk;
    private final Pages pages;

    DeskController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/console")
    ResponseEntity<byte[]> desk(Visitor visitor) {
        return pages.own(HttpStatus.OK, "console", visitor, Map.of("staff", desk.staff(visitor)));
    }

    /** The form itself goes to the gateway, which has the session, and from there to the issuer. */
    @GetMapping("/console/leave")
    ResponseEntity<byte[]> leave(Visitor visitor) {
        return pages.leaving("console-leave", visitor, Map.of("staff", desk.staff(visitor)));
    }
}
