package org.sistercities.events.door;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.door.Scanned.Admitted;
import org.sistercities.events.event.Event;
import org.sistercities.events.ticket.SigningKeys;
import org.sistercities.events.ticket.Ticket;
import org.sistercities.platform.aggregate.IdempotencyKey;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Guests come in: scanned at a door, let in by hand, or told of later by a device that was offline. */
@AllowedFor({Role.DOOR_DEVICE, Role.EVENTS_MANAGER})
@RestController
@RequestMapping("/api/v1/events/{event}/admissions")
class AdmissionController {
    private final Door door;
    private final Admissions admissions;
    private final AtTheDoor atTheDoor;
    private final Clock clock;

    AdmissionController(Door door, Admissions admissions, AtTheDoor atTheDoor, Clock clock) {
        this.door = door;
        this.admissions = admissions;
        this.atTheDoor = atTheDoor;
        this.clock = clock;
    }

    record ScanTicket(
            @NotBlank @Size(max = 400) String ticket,
            @Nullable Instant at) {}

    record OfflineScan(
            @NotBlank @Size(max = 100) String scanId,
            @NotBlank @Size(max = 400) String ticket,
            @NotNull Instant at) {}

    record Upload(@NotEmpty @Size(max = 1_000) List<@NotNull @Valid OfflineScan> scans) {}

    record Results(List<Scanned> items) {}

    /** With the same Idempotency-Key a scan that was answered into the void gets its answer again; without, it is a duplicate. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Admitted scan(
            @PathVariable String event,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable IdempotencyKey key,
            @Valid @RequestBody ScanTicket request,
            Caller caller) {
        var there = atTheDoor.of(event, caller);
        var ticket = Door.genuine(request.ticket(), door.keys());
        return admitted(there, ticket, scan(key, request.at(), caller));
    }

    /** Lets somebody in by hand who was found by name. */
    @PutMapping("/{ticketId}")
    @ResponseStatus(HttpStatus.CREATED)
    Admitted byHand(
            @PathVariable String event,
            @PathVariable String ticketId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable IdempotencyKey key,
            Caller caller) {
        var there = atTheDoor.of(event, caller);
        var ticket = Ticket.ofId(there.id(), ticketId).orElseThrow(() -> new EntryRefused(Refusal.UNKNOWN));
        return admitted(there, ticket, scan(key, null, caller));
    }

    /** All that a device has scanned while it was offline; sent again, nothing changes. Each scan gets an answer of its own. */
    @PostMapping("/batches")
    Results upload(@PathVariable String event, @Valid @RequestBody Upload upload, Caller caller) {
        var there = atTheDoor.of(event, caller);
        var keys = door.keys();
        return new Results(upload.scans().stream()
                .map(scan -> merge(there, scan, keys, caller))
                .toList());
    }

    /** The guest has not come in after all. Who said so stays written down. */
    @DeleteMapping("/{ticketId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable String event, @PathVariable String ticketId, Caller caller) {
        admissions.undo(atTheDoor.of(event, caller).id(), ticketId, caller.name());
    }

    private Admitted admitted(Event event, Ticket ticket, Scan scan) {
        var admission = admissions.admit(door.admission(event, ticket, scan));
        return Admitted.of(admission, door.invited(ticket));
    }

    private Scan scan(@Nullable IdempotencyKey key, @Nullable Instant at, Caller caller) {
        var id = key == null ? UUID.randomUUID().toString() : key.idIn(caller.name());
        return new Scan(id, Objects.requireNonNullElse(at, clock.instant()), caller.name());
    }

    private Scanned merge(Event event, OfflineScan told, SigningKeys keys, Caller caller) {
        try {
            var scan = new Scan(told.scanId(), told.at(), caller.name());
            var admission = door.admission(event, Door.genuine(told.ticket(), keys), scan);
            return Scanned.of(told.scanId(), admissions.merge(admission));
        } catch (EntryRefused e) {
            return Scanned.refused(told.scanId(), e.refusal());
        }
    }
}
