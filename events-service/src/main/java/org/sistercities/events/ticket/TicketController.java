package org.sistercities.events.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.sistercities.events.registration.KnownParty;
import org.sistercities.events.registration.KnownParty.Right;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tickets of a registration that gives the right to enter, as text and as QR codes. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/registrations/{registration}/tickets")
class TicketController {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    private final Registrations registrations;
    private final KeyRing keyRing;

    TicketController(Registrations registrations, KeyRing keyRing) {
        this.registrations = registrations;
        this.keyRing = keyRing;
    }

    record Issued(String id, int guest, @Nullable String name, String ticketType, String ticket) {}

    @GetMapping
    Page<Issued> all(@PathVariable String registration) {
        var party = entering(registration);
        var keys = keyRing.keys();
        return new Page<>(
                party.guests().stream().map(guest -> issued(party, guest, keys)).toList(), null);
    }

    @GetMapping("/{guest:[1-9]\\d{0,4}}.svg")
    ResponseEntity<byte[]> svg(@PathVariable String registration, @PathVariable int guest) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .body(qrCode(registration, guest).svg().getBytes(UTF_8));
    }

    @GetMapping("/{guest:[1-9]\\d{0,4}}.png")
    ResponseEntity<byte[]> png(@PathVariable String registration, @PathVariable int guest) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(qrCode(registration, guest).png());
    }

    private QrCode qrCode(String registration, int number) {
        var party = entering(registration);
        var guest = party.guest(number).orElseThrow(() -> new NoTickets(party.status()));
        return QrCode.of(issued(party, guest, keyRing.keys()).ticket());
    }

    private KnownParty entering(String registration) {
        var party =
                registrations.party(registration).orElseThrow(() -> new NoSuchAggregate("registration", registration));
        if (party.right() != Right.TO_ENTER) throw new NoTickets(party.status());
        return party;
    }

    private static Issued issued(KnownParty party, KnownParty.Guest guest, SigningKeys keys) {
        var ticket = new Ticket(party.eventId(), party.registrationId(), guest.number());
        return new Issued(ticket.id(), guest.number(), guest.name(), guest.ticketType(), keys.sign(ticket));
    }
}
