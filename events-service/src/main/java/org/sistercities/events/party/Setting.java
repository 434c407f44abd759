package org.sistercities.events.party;

import java.time.Instant;
import org.sistercities.events.event.Event;

/** In what a registration's step is decided: the event as it is now, the terms of this house, the time. */
public record Setting(Event event, Terms terms, Instant now) {

    Instant endOfHold() {
        return Terms.end(now, terms.hold());
    }

    /** Until when a place is offered; at the latest until the event begins. */
    public Instant endOfOffer() {
        var end = Terms.end(now, terms.offer());
        return end.isBefore(event.startsAt()) ? end : event.startsAt();
    }

    /** Whether freed places are offered to those who wait. */
    public boolean offers() {
        return event.isPublished() && now.isBefore(event.startsAt());
    }

    /** The same, but not earlier: what has run out for one replica has run out for all, whatever their clocks say. */
    public Setting notBefore(Instant instant) {
        return now.isBefore(instant) ? new Setting(event, terms, instant) : this;
    }
}
