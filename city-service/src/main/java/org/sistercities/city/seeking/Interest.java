package org.sistercities.city.seeking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sistercities.contracts.CityDomainEvent.Party;

/**
 * A city would like to be the sister of one that seeks.
 *
 * @param contact of the interested city; null once declined, for then nobody will need it
 */
record Interest(
        Party city,
        @Nullable Contact contact,
        State state,
        Instant declaredAt,
        @Nullable Instant answeredAt) {

    /** What the seeking city says to it. */
    enum State {
        DECLARED,
        MUTUAL,
        DECLINED
    }

    static Interest declared(Party city, Contact contact, Instant now) {
        return new Interest(city, contact, State.DECLARED, now, null);
    }

    Interest by(Contact other) {
        return new Interest(city, other, state, declaredAt, answeredAt);
    }

    Interest accepted(Instant now) {
        return new Interest(city, contact, State.MUTUAL, declaredAt, now);
    }

    Interest declined(Instant now) {
        return new Interest(city, null, State.DECLINED, declaredAt, now);
    }

    boolean is(State other) {
        return state == other;
    }
}
