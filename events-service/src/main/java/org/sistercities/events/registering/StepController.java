package org.sistercities.events.registering;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.party.Details;
import org.sistercities.events.party.Entry;
import org.sistercities.events.party.Plan;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Setting;
import org.sistercities.events.registration.Arrival;
import org.sistercities.events.registration.Combiner;
import org.sistercities.events.registration.Registrations;
import org.sistercities.events.registration.StepWanted;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a registration, each by the party's own link or by the events team. A step made again gets the same answer. */
@Public // each asks the links who it is
@RestController
@RequestMapping("/api/v1/registrations/{id}")
class StepController {
    private static final String TOKEN = "Registration-Token";

    private final Combiner<Arrival, Registration> desks;
    private final Registrations registrations;
    private final Links links;
    private final Clock clock;

    StepController(Combiner<Arrival, Registration> desks, Registrations registrations, Links links, Clock clock) {
        this.desks = desks;
        this.registrations = registrations;
        this.links = links;
        this.clock = clock;
    }

    @PostMapping("/extension")
    RegistrationView extend(
            @PathVariable String id,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            Caller caller) {
        var by = links.who(caller, id, token);
        return step(id, (registration, setting) -> registration.extend(setting, by));
    }

    @PostMapping("/confirmation")
    RegistrationView confirm(
            @PathVariable String id,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @Valid @RequestBody(required = false) @Nullable ConfirmParty request,
            Caller caller) {
        var by = links.who(caller, id, token);
        var told = request == null ? Details.NONE : request.details();
        return step(id, (registration, setting) -> registration.confirm(setting, told, by));
    }

    /** Takes what is offered; whoever does not want it cancels. */
    @PostMapping("/acceptance")
    RegistrationView accept(
            @PathVariable String id,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            Caller caller) {
        var by = links.who(caller, id, token);
        return step(id, (registration, setting) -> registration.accept(setting, by));
    }

    @PostMapping("/cancellation")
    RegistrationView cancel(
            @PathVariable String id,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @Valid @RequestBody(required = false) @Nullable CancelRegistration why,
            Caller caller) {
        var by = links.who(caller, id, token);
        var reason = why == null ? null : why.reason();
        if (!by.equals(Entry.GUEST) && (reason == null || reason.isBlank())) throw new ReasonMissing();
        return step(id, (registration, setting) -> registration.cancel(setting, by, reason));
    }

    private RegistrationView step(String id, BiFunction<Registration, Setting, Plan> step) {
        var eventId = registrations.get(id).state().eventId();
        return RegistrationView.complete(desks.submit(eventId, new StepWanted(id, step)), clock.instant());
    }
}
