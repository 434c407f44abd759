package org.sistercities.events.person;

import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.EventsDomainEvent.Erased;
import org.sistercities.events.event.Events;
import org.sistercities.events.message.Messages;
import org.sistercities.events.party.Registration;
import org.sistercities.events.registration.Registrations;
import org.sistercities.platform.aggregate.AggregateStore;
import org.sistercities.platform.aggregate.AggregateStores;
import org.sistercities.platform.aggregate.Change;
import org.sistercities.platform.aggregate.Stored;
import org.sistercities.platform.paging.Moment;
import org.springframework.stereotype.Component;

/** People as they are known by their e-mail address over all events. Each search reads all registrations; it is rare. */
@Component
class People {
    private final AggregateStore<Inquiry> inquiries;
    private final Registrations registrations;
    private final Events events;
    private final Messages messages;
    private final Eraser eraser;
    private final Clock clock;

    People(
            AggregateStores stores,
            Registrations registrations,
            Events events,
            Messages messages,
            Eraser eraser,
            Clock clock) {
        this.inquiries = stores.open("personal-data-inquiries", Inquiry.class);
        this.registrations = registrations;
        this.events = events;
        this.messages = messages;
        this.eraser = eraser;
        this.clock = clock;
    }

    KnownOfPerson export(String email, String by) {
        var found = known(email);
        note(by, Inquiry.Act.EXPORTED, found, List.of());
        return new KnownOfPerson(found.stream().map(this::item).toList());
    }

    /**
     * Erases a person with the party they speak for. Who still has places at an event to come, or waits for some, stays until they have
     * given that up: somebody has to know who comes.
     */
    Inquiry erase(String email, String by) {
        var erased = new ArrayList<Registration>();
        var kept = new ArrayList<Registration>();
        for (var registration : known(email)) (isNeeded(registration) ? kept : erased).add(registration);
        for (var registration : erased) eraser.erase(registrations.get(registration.id()), Erased.PEOPLE);
        messages.forget(ids(erased));
        return note(by, Inquiry.Act.ERASED, erased, kept);
    }

    List<Stored<Inquiry>> inquiries(@Nullable Moment after, int limit) {
        var filter = after == null ? Filters.empty() : after.earlier("state.at");
        return inquiries.list(filter, descending("state.at", "_id"), limit);
    }

    private List<Registration> known(String email) {
        var found = new ArrayList<Registration>();
        registrations.forEach(registration -> {
            if (registration.isKnownBy(email)) found.add(registration);
        });
        return found;
    }

    private boolean isNeeded(Registration registration) {
        var now = clock.instant();
        if (registration.standing().at(now).isOver()) return false;
        return events.find(registration.eventId())
                .filter(event -> !event.state().isOver(now))
                .isPresent();
    }

    private KnownOfPerson.Item item(Registration registration) {
        var event = events.get(registration.eventId()).state();
        return KnownOfPerson.Item.of(registration, event.title(), event.startsAt(), clock.instant());
    }

    private Inquiry note(String by, Inquiry.Act what, List<Registration> done, List<Registration> kept) {
        var id = UUID.randomUUID().toString().replace("-", "");
        var inquiry = new Inquiry(id, clock.instant(), by, what, ids(done), ids(kept));
        return inquiries.create(id, Change.of(inquiry)).state();
    }

    private static List<String> ids(List<Registration> some) {
        return some.stream().map(Registration::id).toList();
    }
}
