package org.sistercities.events.door;

import org.sistercities.events.event.Event;
import org.sistercities.events.event.Events;
import org.sistercities.platform.security.Caller;
import org.sistercities.platform.security.Role;
import org.springframework.stereotype.Component;

/** Who works at which door: the events team at all, a device at that of its event. */
@Component
public class AtTheDoor {
    private final Events events;

    AtTheDoor(Events events) {
        this.events = events;
    }

    /**
     * The event at whose door the caller works.
     *
     * @throws Caller.NotYours when it is another's door
     */
    public Event of(String event, Caller caller) {
        var found = events.published(event).state();
        if (!caller.is(Role.EVENTS_MANAGER)) caller.mustActFor("events", found.id());
        return found;
    }
}
