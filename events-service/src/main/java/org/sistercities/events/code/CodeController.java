package org.sistercities.events.code;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Events;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The events team gives out codes, sees how they are used, and takes them back. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/events/{event}/codes")
class CodeController {
    private final Codes codes;
    private final Events events;
    private final Registrations registrations;
    private final JsonMapper json;

    CodeController(Codes codes, Events events, Registrations registrations, JsonMapper json) {
        this.codes = codes;
        this.events = events;
        this.registrations = registrations;
        this.json = json;
    }

    @PostMapping
    ResponseEntity<CodeView> issue(
            @PathVariable String event,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @Valid @RequestBody IssueCode request) {
        var found = events.get(event).state();
        var created = codes.create(found, request.in(found), key.of(json.writeValueAsString(request)));
        var view = CodeView.of(created.state(), registrations.quotas(found.id()).state());
        return ResponseEntity.created(URI.create("/api/v1/events/" + found.id() + "/codes/" + view.code()))
                .body(view);
    }

    @GetMapping("/{code}")
    CodeView one(@PathVariable String event, @PathVariable String code) {
        var id = events.get(event).id();
        return CodeView.of(codes.get(id, code), registrations.quotas(id).state());
    }

    /** An event's codes by their text; the cursor is the last one shown. */
    @GetMapping
    Page<CodeView> list(
            @PathVariable String event,
            @RequestParam(required = false) @Nullable @Pattern(regexp = IssueCode.FORM) String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var id = events.get(event).id();
        var quotas = registrations.quotas(id).state();
        var found = codes.ofEvent(id, cursor, limit + 1);
        return Page.of(found, limit, last -> last.state().code()).map(code -> CodeView.of(code.state(), quotas));
    }

    /** From now on nobody registers with it; those who have keep their places. */
    @PostMapping("/{code}/revocation")
    CodeView revoke(@PathVariable String event, @PathVariable String code) {
        var found = events.get(event).state();
        var revoked = codes.revoke(found, codes.get(found.id(), code));
        return CodeView.of(revoked.state(), registrations.quotas(found.id()).state());
    }
}
