package org.sistercities.events.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Events;
import org.sistercities.events.event.Price;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.paging.Moment;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The events team sees what money has come, and sends back what has to go. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/events/{event}/payments")
class PaymentController {
    private final Receipts receipts;
    private final Refunds refunds;
    private final Events events;
    private final Clock clock;

    PaymentController(Receipts receipts, Refunds refunds, Events events, Clock clock) {
        this.receipts = receipts;
        this.refunds = refunds;
        this.events = events;
        this.clock = clock;
    }

    /** @param refund of the repayment, as the provider or the bank names it */
    record View(
            String id,
            String registrationId,
            Receipt.Method method,
            String reference,
            Price amount,
            LocalDate receivedOn,
            Receipt.State state,
            Receipt.@Nullable Why why,
            @Nullable String refund,
            @Nullable String problem,
            Instant createdAt) {

        static View of(Receipt r) {
            return new View(
                    r.id(),
                    r.registrationId(),
                    r.method(),
                    r.reference(),
                    Price.of(r.amount()),
                    r.receivedOn(),
                    r.state(),
                    r.why(),
                    r.refundId(),
                    r.problem(),
                    r.createdAt());
        }
    }

    /** @param reference of the transfer by which the team has sent it back itself */
    record SendBack(@NotBlank @Size(max = 200) String reference) {}

    @GetMapping
    Page<View> list(
            @PathVariable String event,
            @RequestParam(required = false) Receipt.@Nullable State state,
            @RequestParam(required = false) @Nullable String registration,
            @RequestParam(required = false) @Nullable Moment cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var found = receipts.ofEvent(events.get(event).id(), state, registration, cursor, limit + 1);
        return Page.of(found, limit, last -> new Moment(last.state().createdAt(), last.id()))
                .map(shown -> View.of(shown.state()));
    }

    /** With a reference, the money has gone back by hand; without, the provider sends it, and 202 says that it will. */
    @PostMapping("/{id}/refund")
    ResponseEntity<View> refund(
            @PathVariable String event,
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable SendBack request,
            Caller caller) {
        var receipt = receipts.get(id).state();
        if (!receipt.eventId().equals(events.get(event).id())) throw new NoSuchAggregate("payment", id);
        if (request == null && receipt.method() == Receipt.Method.TRANSFER) throw new ReferenceMissing();
        var now = clock.instant();
        if (request == null) {
            var asked = receipts.change(id, one -> one.sentBack(now)).state();
            return ResponseEntity.status(HttpStatus.ACCEPTED).body(View.of(asked));
        }
        var repaid = receipt.repaid(request.reference(), now).state(); // refuses before anything is noted
        if (receipt.state() != Receipt.State.DONE)
            refunds.note(receipt, String.valueOf(repaid.refundId()), caller.name(), now);
        return ResponseEntity.ok(View.of(
                receipts.change(id, one -> one.repaid(request.reference(), now)).state()));
    }
}
