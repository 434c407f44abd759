package org.sistercities.events.guests;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.sistercities.events.event.Events;
import org.sistercities.platform.paging.Offset;
import org.sistercities.platform.paging.Page;
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

/** The guest list on the screen and as a file; a file is written while it is sent, as fast as the client takes it. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/events/{event}")
class GuestListController {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final GuestList guests;
    private final Events events;

    GuestListController(GuestList guests, Events events) {
        this.guests = guests;
        this.events = events;
    }

    @GetMapping("/guests")
    Page<ListedGuest> list(
            @PathVariable String event,
            @Valid GuestsWanted asked,
            @RequestParam(defaultValue = Offset.START) Offset cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var found = guests.all(events.get(event).id(), asked.filter());
        return Page.of(found, cursor, limit);
    }

    @GetMapping("/guests.csv")
    ResponseEntity<Flux<DataBuffer>> csv(@PathVariable String event, @Valid GuestsWanted asked) {
        return file(event, asked.filter(), CSV, "csv", GuestCsv::new);
    }

    @GetMapping("/guests.xlsx")
    ResponseEntity<Flux<DataBuffer>> xlsx(@PathVariable String event, @Valid GuestsWanted asked) {
        return file(event, asked.filter(), XLSX, "xlsx", GuestWorkbook::new);
    }

    private ResponseEntity<Flux<DataBuffer>> file(
            String event, GuestFilter filter, MediaType type, String extension, GuestFile.Format format) {
        var found = events.get(event).state();
        var bytes = DataBufferUtils.outputStreamPublisher(
                out -> {
                    try (var file = format.open(out, found.zone())) {
                        guests.each(found.id(), filter, file::add);
                    }
                },
                DefaultDataBufferFactory.sharedInstance,
                Thread::startVirtualThread);
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"guests-" + found.slug() + "." + extension + "\"")
                .body(Flux.from(bytes));
    }
}
