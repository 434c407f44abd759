package org.sistercities.events.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Events;
import org.sistercities.events.registering.Links;
import org.sistercities.events.registration.KnownParty;
import org.sistercities.events.registration.KnownParty.Right;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The tickets of a registration that gives the right to enter, as text, as QR codes and to be printed: all of them for whoever has the
 * party's link, one for that guest's own, any for the events team.
 */
@Public // each asks the links who it is
@RestController
@RequestMapping("/api/v1/registrations/{registration}")
class TicketController {
    private static final String NUMBER = "/tickets/{guest:[1-9]\\d{0,4}}";
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    private final Registrations registrations;
    private final Events events;
    private final KeyRing keyRing;
    private final TicketPdf pdf;
    private final Links links;

    TicketController(Registrations registrations, Events events, KeyRing keyRing, TicketPdf pdf, Links links) {
        this.registrations = registrations;
        this.events = events;
        this.keyRing = keyRing;
        this.pdf = pdf;
        this.links = links;
    }

    record Issued(String id, int guest, @Nullable String name, String ticketType, String ticket) {}

    @GetMapping("/tickets")
    Page<Issued> all(
            @PathVariable String registration,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        links.who(caller, registration, token);
        var party = entering(registration);
        var keys = keyRing.keys();
        return new Page<>(
                party.guests().stream().map(guest -> issued(party, guest, keys)).toList(), null);
    }

    @GetMapping("/tickets.pdf")
    ResponseEntity<byte[]> print(
            @PathVariable String registration,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        links.who(caller, registration, token);
        var party = entering(registration);
        return file(
                MediaType.APPLICATION_PDF, pdf.of(events.get(party.eventId()).state(), party));
    }

    @GetMapping(NUMBER)
    Issued one(
            @PathVariable String registration,
            @PathVariable int guest,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        links.who(caller, registration, guest, token);
        return issued(registration, guest);
    }

    @GetMapping(NUMBER + ".pdf")
    ResponseEntity<byte[]> printOne(
            @PathVariable String registration,
            @PathVariable int guest,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        links.who(caller, registration, guest, token);
        var party = entering(registration);
        var event = events.get(party.eventId()).state();
        return file(MediaType.APPLICATION_PDF, pdf.of(event, party, List.of(guestOf(party, guest))));
    }

    @GetMapping(NUMBER + ".svg")
    ResponseEntity<byte[]> svg(
            @PathVariable String registration,
            @PathVariable int guest,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        links.who(caller, registration, guest, token);
        return file(SVG, QrCode.of(issued(registration, guest).ticket()).svg().getBytes(UTF_8));
    }

    @GetMapping(NUMBER + ".png")
    ResponseEntity<byte[]> png(
            @PathVariable String registration,
            @PathVariable int guest,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        links.who(caller, registration, guest, token);
        return file(
                MediaType.IMAGE_PNG,
                QrCode.of(issued(registration, guest).ticket()).png());
    }

    private Issued issued(String registration, int number) {
        var party = entering(registration);
        return issued(party, guestOf(party, number), keyRing.keys());
    }

    private static KnownParty.Guest guestOf(KnownParty party, int number) {
        return party.guest(number).orElseThrow(() -> new NoTickets(party.status()));
    }

    /** Tickets let people in: no cache on the way keeps them. */
    private static ResponseEntity<byte[]> file(MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .body(bytes);
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
