package org.sistercities.events.party;

/** Where a registration stands, and with that, where its places are. */
public enum Status {
    /** Its places are kept for a few minutes while the party fills in its details. */
    HELD(Places.UNTIL),
    /** Its places are kept until the party has paid. */
    AWAITING_PAYMENT(Places.UNTIL),
    /** It came from the waiting list, and places are kept until the party takes them. */
    OFFERED(Places.UNTIL),
    /** The places are the party's. */
    CONFIRMED(Places.TAKEN),
    /** It waits in line for places to become free. */
    WAITLISTED(Places.IN_LINE),
    /** The events team has yet to say whether it may have places. */
    AWAITING_APPROVAL(Places.NONE),
    REJECTED(Places.NONE),
    CANCELLED(Places.NONE),
    /** A hold, an offer or a term of payment has run out. */
    EXPIRED(Places.NONE);

    private final Places places;

    /** How places are kept. */
    public enum Places {
        TAKEN,
        UNTIL,
        IN_LINE,
        NONE
    }

    Status(Places places) {
        this.places = places;
    }

    public Places places() {
        return places;
    }

    /** Whether nothing can follow. */
    public boolean isOver() {
        return this == REJECTED || this == CANCELLED || this == EXPIRED;
    }
}
