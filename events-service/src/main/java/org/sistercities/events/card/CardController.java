package org.sistercities.events.card;

import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Events;
import org.sistercities.events.guests.GuestFilter;
import org.sistercities.events.guests.GuestList;
import org.sistercities.events.guests.GuestsWanted;
import org.sistercities.events.guests.ListedGuest;
import org.sistercities.events.party.Status;
import org.sistercities.platform.problem.Rejection;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Role;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The events team prints badges and name cards, of confirmed guests if it does not ask for others. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/events/{event}")
class CardController {
    private static final int MOST_CARDS = 5_000;

    private final GuestList guests;
    private final Events events;

    CardController(GuestList guests, Events events) {
        this.guests = guests;
        this.events = events;
    }

    @GetMapping("/badges.pdf")
    ResponseEntity<Flux<DataBuffer>> badges(
            @PathVariable String event,
            @Valid GuestsWanted asked,
            @RequestParam(defaultValue = "A4") Stationery sheet,
            @RequestParam(defaultValue = "NAME") Sorting sort) {
        return file("Badges", events.get(event).state(), asked, sheet, sort, Card::badge);
    }

    @GetMapping("/name-cards.pdf")
    ResponseEntity<Flux<DataBuffer>> nameCards(
            @PathVariable String event,
            @Valid GuestsWanted asked,
            @RequestParam(defaultValue = "A4") Stationery sheet,
            @RequestParam(defaultValue = "NAME") Sorting sort) {
        return file("Name cards", events.get(event).state(), asked, sheet, sort, Card::nameCard);
    }

    private ResponseEntity<Flux<DataBuffer>> file(
            String title,
            Event event,
            GuestsWanted asked,
            Stationery sheet,
            Sorting sort,
            BiFunction<Event, ListedGuest, Card> card) {
        var found = guests.all(event.id(), ofStatus(asked));
        if (found.size() > MOST_CARDS) throw new TooManyCards(found.size());
        var cards = found.stream()
                .sorted(sort.order())
                .map(guest -> card.apply(event, guest))
                .toList();
        var name = title.replace(' ', '-').toLowerCase(java.util.Locale.ROOT) + "-" + event.slug() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(written(new CardPdf(sheet), title + ": " + event.title(), cards));
    }

    private static Flux<DataBuffer> written(CardPdf pdf, String title, List<Card> cards) {
        return Flux.from(DataBufferUtils.outputStreamPublisher(
                out -> {
                    try (out) {
                        pdf.write(title, cards, out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                DefaultDataBufferFactory.sharedInstance,
                Thread::startVirtualThread));
    }

    private static GuestFilter ofStatus(GuestsWanted asked) {
        var status = Objects.requireNonNullElse(asked.status(), Status.CONFIRMED.name());
        return GuestFilter.of(asked.q(), status, asked.ticketType(), asked.admitted(), asked.category());
    }

    /** More cards than anybody cuts at once; a filter makes them fewer. */
    static final class TooManyCards extends Rejection {
        TooManyCards(int cards) {
            super(Reason.INVALID, cards + " cards are too many for one file; ask for fewer by a filter.");
            with("most", MOST_CARDS);
        }
    }
}
