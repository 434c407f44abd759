package org.sistercities.events.registering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Money;
import org.sistercities.events.event.Price;
import org.sistercities.events.party.Payment;
import org.sistercities.platform.security.AllowedFor;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What only the events team decides or knows: who is approved, and what has been paid. */
@AllowedFor(Role.EVENTS_MANAGER)
@RestController
@RequestMapping("/api/v1/registrations/{id}")
class DecisionController {
    private final FrontDesk desk;

    DecisionController(FrontDesk desk) {
        this.desk = desk;
    }

    /** @param waitingList whether the party joins the waiting list if there are no places for it */
    record Approve(@Nullable Boolean waitingList) {}

    record Reject(@NotBlank @Size(max = 1000) String note) {}

    /** @param amount as the bank tells it; refused when it is not what was to be paid */
    record RecordPayment(
            @NotBlank @Size(max = 200) String reference,
            @NotNull @PastOrPresent LocalDate receivedOn,
            @Nullable @Valid Price amount) {

        @Nullable
        Money money() {
            return amount == null ? null : amount.money();
        }
    }

    @PostMapping("/approval")
    RegistrationView approve(
            @PathVariable String id, @RequestBody(required = false) @Nullable Approve request, Caller caller) {
        boolean orWait = request != null && Boolean.TRUE.equals(request.waitingList());
        return desk.step(id, caller.name(), steps -> steps.approve(orWait));
    }

    @PostMapping("/rejection")
    RegistrationView reject(@PathVariable String id, @Valid @RequestBody Reject request, Caller caller) {
        return desk.step(id, caller.name(), steps -> steps.reject(request.note()));
    }

    /** Money has come by bank transfer. 202 when it came too late for the places: it is recorded, and due to go back. */
    @PostMapping("/payment")
    ResponseEntity<RegistrationView> pay(
            @PathVariable String id, @Valid @RequestBody RecordPayment request, Caller caller) {
        var payment = Payment.byTransfer(request.reference(), request.receivedOn());
        var registration = desk.step(id, caller.name(), steps -> steps.pay(payment, request.money()));
        boolean goesBack =
                registration.payment() != null && registration.payment().refundDue();
        return ResponseEntity.status(goesBack ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(registration);
    }
}
