package org.sistercities.events.door;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Events;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.sistercities.platform.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The events team lets devices to the door of an event, and takes them away; a device redeems its code. */
@RestController
@RequestMapping("/api/v1")
class DeviceController {
    private final DoorDevices devices;
    private final Events events;

    DeviceController(DoorDevices devices, Events events) {
        this.devices = devices;
        this.events = events;
    }

    record NameDevice(@NotBlank @Size(max = 60) String name) {}

    record RedeemCode(@NotBlank @Size(max = 40) String code) {}

    /** A device as the team sees it; the code is shown this once. */
    record View(
            String id,
            String eventId,
            String name,
            @Nullable String code,
            Instant codeExpiresAt,
            @Nullable Instant enrolledAt,
            DoorDevice.@Nullable Revocation revoked) {
        static View of(DoorDevice device, @Nullable String code) {
            return new View(
                    device.id(),
                    device.eventId(),
                    device.name(),
                    code,
                    device.codeExpiresAt(),
                    device.enrolledAt(),
                    device.revoked());
        }
    }

    /** What the device sends from now on, shown this once. */
    record Enrolment(String deviceId, String eventId, String name, String authorization) {}

    @AllowedFor(Role.EVENTS_MANAGER)
    @PostMapping("/events/{event}/door-devices")
    @ResponseStatus(HttpStatus.CREATED)
    View expect(@PathVariable String event, @Valid @RequestBody NameDevice request) {
        var expected = devices.expect(events.get(event).id(), request.name());
        return View.of(expected.device(), expected.code());
    }

    @AllowedFor(Role.EVENTS_MANAGER)
    @GetMapping("/events/{event}/door-devices")
    Page<View> all(@PathVariable String event) {
        return new Page<>(
                devices.of(events.get(event).id()).stream()
                        .map(device -> View.of(device, null))
                        .toList(),
                null);
    }

    @AllowedFor(Role.EVENTS_MANAGER)
    @DeleteMapping("/events/{event}/door-devices/{device}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String event, @PathVariable String device, Caller caller) {
        devices.revoke(events.get(event).id(), device, caller.name());
    }

    /** Whoever has the code first. */
    @Public
    @PostMapping("/door-devices/enrolments")
    @ResponseStatus(HttpStatus.CREATED)
    Enrolment enrol(@Valid @RequestBody RedeemCode request) {
        var enrolled = devices.enrol(request.code());
        var device = enrolled.device();
        return new Enrolment(
                device.id(), device.eventId(), device.name(), devices.name() + " " + enrolled.credentials());
    }
}
