package org.sistercities.web.console;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sistercities.web.api.ApiPath;
import org.sistercities.web.api.Refused;
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
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Codes that open ticket types or make tickets cheaper: given out, counted, taken back. */
@Controller
@RequestMapping("/console/events/{id}/codes")
class CodesController {
    private static final int PAGE = 50;

    private final Desk desk;
    private final Pages pages;

    CodesController(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /** {@code used} is known where uses are counted. */
    record Code(
            String code,
            List<String> ticketTypes,
            boolean access,
            @Nullable Integer percentOff,
            EventPage.@Nullable Price amountOff,
            @Nullable Integer uses,
            @Nullable Integer used,
            boolean revoked) {}

    record Issued(String code) {}

    record Codes(List<Code> items, @Nullable String next) {}

    @GetMapping
    ResponseEntity<byte[]> list(
            @PathVariable String id, @RequestParam(required = false) @Nullable String cursor, Visitor visitor) {
        var told = new HashMap<String, Object>();
        if (cursor != null) told.put("cursor", cursor);
        return shown(HttpStatus.OK, id, desk.staff(visitor, Desk.EVENTS_TEAM), told, visitor);
    }

    /** The same form sent twice is one code. */
    @PostMapping
    ResponseEntity<byte[]> issue(@PathVariable String id, Form form, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        var code = code(form);
        try {
            staff.create(ApiPath.of("events", id, "codes"), code, form.key(id + code), Issued.class);
            return Pages.seeOther("/console/events/" + id + "/codes");
        } catch (Refused refused) {
            var told = Told.of(refused).model();
            told.put("typed", form.typed());
            told.put("chosen", form.texts("ticketType"));
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, id, staff, told, visitor);
        }
    }

    @PostMapping("/{code}/revocation")
    ResponseEntity<byte[]> revoke(@PathVariable String id, @PathVariable String code, Visitor visitor) {
        var staff = desk.staff(visitor, Desk.EVENTS_TEAM);
        staff.tell(HttpMethod.POST, ApiPath.of("events", id, "codes", code, "revocation"), null);
        return Pages.seeOther("/console/events/" + id + "/codes");
    }

    private static ObjectNode code(Form form) {
        var code = JsonNodeFactory.instance.objectNode();
        code.put("code", form.text("code").toUpperCase(Locale.ROOT));
        form.texts("ticketType").forEach(code.putArray("ticketTypes")::add);
        if (form.has("access")) code.put("access", true);
        for (var number : List.of("percentOff", "uses")) PlanRequest.number(code, number, form.text(number));
        if (!form.text("amountOff").isEmpty())
            code.putObject("amountOff").put("amount", form.text("amountOff")).put("currency", form.text("currency"));
        return code;
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status, String id, Staff staff, Map<String, Object> told, Visitor visitor) {
        var codes = staff.later(
                Codes.class,
                ApiPath.of("events", id, "codes")
                        .with("cursor", told.get("cursor"))
                        .with("limit", PAGE));
        var model = new HashMap<String, Object>(Map.of("typed", Map.of(), "chosen", List.of()));
        model.putAll(told);
        model.put("event", staff.get(EventPage.class, ApiPath.of("events", id)));
        model.put("codes", codes.part());
        model.put("key", UUID.randomUUID().toString());
        return pages.own(status, "console-codes", visitor, model);
    }
}
