package org.sistercities.events.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sistercities.events.event.Event;
import org.sistercities.events.event.Events;
import org.sistercities.events.party.Plan;
import org.sistercities.events.party.Registration;
import org.sistercities.events.party.Rsvp;
import org.sistercities.events.registration.Arrival;
import org.sistercities.events.registration.Combiner;
import org.sistercities.events.registration.House;
import org.sistercities.events.registration.Registrations;
import org.sistercities.events.registration.StepWanted;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.IdempotentRequest;
import org.sistercities.platform.aggregate.NoSuchAggregate;
import org.sistercities.platform.aggregate.Stored;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Those registrations that are invitations. Whatever moves their places goes by the desk of their event. */
@Component
class Invitations {
    private final Combiner<Arrival, Registration> desks;
    private final Registrations registrations;
    private final Events events;
    private final House house;
    private final JsonMapper json;

    Invitations(
            Combiner<Arrival, Registration> desks,
            Registrations registrations,
            Events events,
            House house,
            JsonMapper json) {
        this.desks = desks;
        this.registrations = registrations;
        this.events = events;
        this.house = house;
        this.json = json;
    }

    Registration invite(Event event, InvitePerson person, String by) {
        return desks.submit(event.id(), inviting(event, person, by));
    }

    /** The same for many, who are served in their order. */
    List<Supplier<Registration>> invite(Event event, List<InvitePerson> people, String by, BooleanSupplier gone) {
        var all = people.stream()
                .<Arrival>map(person -> inviting(event, person, by))
                .toList();
        return desks.submitAll(event.id(), all, gone);
    }

    Stored<Registration> get(String id) {
        var found = registrations.get(id);
        if (found.state().invited() == null) throw new NoSuchAggregate("invitation", id);
        return found;
    }

    /** An event's invitations, in the order of their issue. */
    List<Registration> ofEvent(String eventId) {
        var all = new ArrayList<Registration>();
        registrations.eachOf(eventId, stored -> {
            if (stored.state().invited() != null) all.add(stored.state());
        });
        return all;
    }

    /** A step that may move places. */
    Registration step(String id, String by, Function<Rsvp, Plan> step) {
        var eventId = get(id).state().eventId();
        return desks.submit(eventId, new StepWanted(id, by, steps -> step.apply(Rsvp.of(steps))));
    }

    /** A change that moves none. */
    Stored<Registration> change(String id, String by, Function<Rsvp, Change<Registration>> change) {
        return registrations.change(id, deciding(id, by, change));
    }

    Stored<Registration> change(String id, long revision, String by, Function<Rsvp, Change<Registration>> change) {
        return registrations.change(id, revision, deciding(id, by, change));
    }

    Stored<Registration> change(
            String id, IdempotentRequest request, String by, Function<Rsvp, Change<Registration>> change) {
        return registrations.change(id, request, deciding(id, by, change));
    }

    private Function<Registration, Change<Registration>> deciding(
            String id, String by, Function<Rsvp, Change<Registration>> change) {
        var setting = house.setting(events.get(get(id).state().eventId()).state());
        return current -> change.apply(new Rsvp(current, setting, by));
    }

    private Inviting inviting(Event event, InvitePerson person, String by) {
        var hash = IdempotentRequest.sha256(json.writeValueAsString(person));
        return new Inviting(person.idIn(event.id()), hash, person.by(by));
    }
}
