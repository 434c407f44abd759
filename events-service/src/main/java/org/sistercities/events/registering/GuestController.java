package org.sistercities.events.registering;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sistercities.events.event.Events;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Setting;
import org.sistercities.events.registration.House;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.paging.Page;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Public;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who comes: named by the party, by each guest with a link of their own, or by the events team. Moves no places. */
@Public // each asks the links who it is
@RestController
@RequestMapping("/api/v1/registrations/{id}")
class GuestController {
    private final Registrations registrations;
    private final Events events;
    private final House house;
    private final Links links;
    private final Clock clock;

    GuestController(Registrations registrations, Events events, House house, Links links, Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.house = house;
        this.links = links;
        this.clock = clock;
    }

    /** One entry for each place, each with the token of that guest's own link. */
    @GetMapping("/guests")
    Page<GuestView> guests(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        links.who(caller, id, token);
        return all(registrations.get(id).state());
    }

    @PutMapping("/guests")
    Page<GuestView> name(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            @Valid @RequestBody NameGuests request,
            Caller caller) {
        var by = links.who(caller, id, token);
        var setting = settingOf(id);
        return all(registrations
                .change(id, registration -> registration.nameGuests(request.named(), setting, by))
                .state());
    }

    @GetMapping("/guests/{number}")
    GuestView guest(
            @PathVariable String id,
            @PathVariable int number,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            Caller caller) {
        links.who(caller, id, number, token);
        return GuestView.of(registrations.get(id).state(), number, null);
    }

    @PutMapping("/guests/{number}")
    GuestView nameOne(
            @PathVariable String id,
            @PathVariable int number,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            @Valid @RequestBody GuestEntry request,
            Caller caller) {
        var by = links.who(caller, id, number, token);
        var setting = settingOf(id);
        var changed =
                registrations.change(id, registration -> registration.nameGuest(number, request.guest(), setting, by));
        return GuestView.of(changed.state(), number, null);
    }

    /** Somebody else speaks for the party from now on; the events team says why. */
    @PostMapping("/transfer")
    RegistrationView transfer(
            @PathVariable String id,
            @RequestHeader(name = Links.TOKEN, required = false) @Nullable String token,
            @Valid @RequestBody TransferRegistration request,
            Caller caller) {
        var by = links.who(caller, id, token);
        var reason = ReasonMissing.orReason(by, request.reason());
        var setting = settingOf(id);
        var changed =
                registrations.change(id, registration -> registration.transfer(request.contact(), setting, by, reason));
        return RegistrationView.complete(changed.state(), clock.instant());
    }

    private Page<GuestView> all(Registration registration) {
        int places = registration.order().claim().places();
        return new Page<>(
                IntStream.rangeClosed(1, places)
                        .mapToObj(n -> GuestView.of(registration, n, links.token(registration.id(), n)))
                        .toList(),
                null);
    }

    private Setting settingOf(String id) {
        var event = events.get(registrations.get(id).state().eventId()).state();
        return house.setting(event);
    }
}
