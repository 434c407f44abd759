package org.sistercities.events.registering;

import java.time.Clock;
import java.util.function.Function;
import org.sistercities.events.party.Plan;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Steps;
import org.sistercities.events.registration.Arrival;
import org.sistercities.events.registration.Combiner;
import org.sistercities.events.registration.Registrations;
import org.sistercities.events.registration.StepWanted;
import org.springframework.stereotype.Component;

/** Sends whoever wants a step of a registration to the desk of its event. */
@Component
class FrontDesk {
    private final Combiner<Arrival, Registration> desks;
    private final Registrations registrations;
    private final Clock clock;

    FrontDesk(Combiner<Arrival, Registration> desks, Registrations registrations, Clock clock) {
        this.desks = desks;
        this.registrations = registrations;
        this.clock = clock;
    }

    RegistrationView step(String id, String by, Function<Steps, Plan> step) {
        var eventId = registrations.get(id).state().eventId();
        var registration = desks.submit(eventId, new StepWanted(id, by, step));
        return RegistrationView.complete(registration, clock.instant());
    }
}
