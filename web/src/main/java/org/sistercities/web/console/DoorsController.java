package org.sistercities.web.console;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
import org.sistercities.web.api.SiteProperties;
import org.sistercities.web.event.EventPage;
import org.sistercities.web.page.Form;
import org.sistercities.web.page.Pages;
import org.sistercities.web.page.Told;
import org.sistercities.web.page.Visitor;
import org.sistercities.web.staff.Desk;
import org.sistercities.web.staff.Staff;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Devices at the door: expected by name, let in by a code that is shown once, and sent away. */
@Controller
@RequestMapping("/console/events/{id}/doors")
class DoorsController {
    private final Desk desk;
    private final Pages pages;
    private final SiteProperties site;

    DoorsController(Desk desk, Pages pages, SiteProperties site) {
        this.desk = desk;
        this.pages = pages;
        this.site = site;
    }

    record Device(
            String id,
            String name,
            @Nullable String code,
            Instant codeExpiresAt,
            @Nullable Instant enrolledAt,
            @Nullable Object revoked) {}

    record Devices(List<Device> items) {}

    @GetMapping
    ResponseEntity<byte[]> list(@PathVariable String id, Visitor visitor) {
        return shown(HttpStatus.OK, id, desk.staff(visitor, Desk.EVENTS_TEAM), Map.of(), visitor);
    }

    /** Answers with the page itself: the code is told this once, so there is no address to come back to it. */
    @PostMapping
    ResponseEntity<byte[]> expect(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var told = new HashMap<String, Object>();
        try {
            var device = staff.create(
                    ApiPath.of("events", id, "door-devices"),
                    Map.of("name", form.text("name")),
                    UUID.randomUUID().toString(),
                    Device.class);
            var link = site.url() + "/door#" + device.code();
            told.put("expected", device);
            told.put("link", link);
            told.put("picture", QrPicture.of(link));
        } catch (Refused refused) {
            told.putAll(Told.of(refused).model());
        }
        return shown(
                told.containsKey("told") ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK, id, staff, told, visitor);
    }

    @PostMapping("/{device}/revocation")
    ResponseEntity<byte[]> revoke(@PathVariable String id, @PathVariable String device, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        staff.tell(HttpMethod.DELETE, ApiPath.of("events", id, "door-devices", device), null);
        return Pages.seeOther("/console/events/" + id + "/doors");
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, String id, Staff staff, Map<String, Object> told, Visitor visitor) {
        var devices = staff.later(Devices.class, ApiPath.of("events", id, "door-devices"));
        var model = new HashMap<String, Object>(told);
        model.put("event", staff.get(EventPage.class, ApiPath.of("events", id)));
        model.put("devices", devices.part());
        return pages.own(status, "console-doors", visitor, model);
    }
}
