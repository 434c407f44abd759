package org.sistercities.events.invitation;

import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Events;
import org.sistercities.events.invitation.InvitationList.Defaults;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.sistercities.platform.server.WholeBody;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Invites the people of a list, and answers line by line while it does. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/events/{event}/invitations/imports")
class ImportController {
    private static final int LARGEST_BYTES = 1024 * 1024;

    private final Invitations invitations;
    private final Registrations registrations;
    private final Events events;
    private final Validator validator;
    private final Clock clock;

    ImportController(
            Invitations invitations, Registrations registrations, Events events, Validator validator, Clock clock) {
        this.invitations = invitations;
        this.registrations = registrations;
        this.events = events;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * Needs no Idempotency-Key: a list sent again invites those who are left. Whoever hangs up stops it after the lines under way.
     *
     * @param dryRun whether only to say what would come of each line
     * @param ticketType for lines that name none
     */
    @PostMapping(consumes = "text/csv", produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<Flux<ListedLine>> start(
            @PathVariable String event,
            @RequestBody Flux<DataBuffer> file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable @Size(max = 40) String ticketType,
            @RequestParam(required = false) @Nullable Instant answerBy,
            Caller caller) {
        var list = InvitationList.of(WholeBody.of(file, LARGEST_BYTES));
        var work = new ListImport(
                invitations,
                registrations,
                validator,
                events.get(event).state(),
                new Defaults(ticketType, answerBy),
                clock.instant());
        return ResponseEntity.ok(
                Flux.create(told -> Thread.startVirtualThread(() -> run(work, list, dryRun, caller.name(), told))));
    }

    private static void run(
            ListImport work, InvitationList list, boolean dryRun, String by, FluxSink<ListedLine> told) {
        try {
            work.run(list, dryRun, by, told);
            told.complete();
        } catch (RuntimeException e) {
            told.error(e);
        }
    }
}
