package org.sistercities.events.registering;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Details;
import org.sistercities.events.party.Steps;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a registration, each by the party's own link or by the events team. A step made again gets the same answer. */
@Public // each asks the links who it is
@RestController
@RequestMapping("/api/v1/registrations/{id}")
class StepController {
    private final FrontDesk desk;
    private final Links links;

    StepController(FrontDesk desk, Links links) {
        this.desk = desk;
        this.links = links;
    }

    @PostMapping("/extension")
    RegistrationView extend(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        var by = links.who(caller, id, token);
        return desk.step(id, by, Steps::extend);
    }

    @PostMapping("/confirmation")
    RegistrationView confirm(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            @Valid @RequestBody(required = false) @Nullable ConfirmParty request,
            Caller caller) {
        var by = links.who(caller, id, token);
        var told = request == null ? Details.NONE : request.details();
        return desk.step(id, by, steps -> steps.confirm(told));
    }

    /** Takes what is offered; whoever does not want it cancels. */
    @PostMapping("/acceptance")
    RegistrationView accept(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        var by = links.who(caller, id, token);
        return desk.step(id, by, Steps::accept);
    }

    @PostMapping("/cancellation")
    RegistrationView cancel(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            @Valid @RequestBody(required = false) @Nullable CancelRegistration why,
            Caller caller) {
        var by = links.who(caller, id, token);
        var reason = ReasonMissing.orReason(by, why == null ? null : why.reason());
        return desk.step(id, by, steps -> steps.cancel(reason));
    }

    /** Other tickets, more or fewer; the events team says why. */
    @PutMapping("/tickets")
    RegistrationView changeTickets(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            @Valid @RequestBody ChangeTickets request,
            Caller caller) {
        var by = links.who(caller, id, token);
        var reason = ReasonMissing.orReason(by, request.reason());
        return desk.step(id, by, steps -> steps.changeTickets(request.tickets(), reason));
    }
}
