package org.sistercities.city.partnership;

/** How far a partnership has come. */
public enum Status {
    /** One side has asked. */
    PROPOSED,
    /** The sides look into it. */
    EXPLORING,
    /** Each side's council, or who decides there, has passed a resolution. */
    APPROVED,
    /** The text is fixed. */
    AGREED,
    /** The head of one side has signed, others are missing. */
    PARTLY_SIGNED,
    /** The heads of all sides have signed the same text, or it was recorded from a list of earlier years. */
    ACTIVE,
    /** Nothing happens in it at present. */
    INACTIVE,
    /** Interrupted by one side. */
    SUSPENDED,
    /** Its fixed term is over; it may be renewed. */
    EXPIRED,
    /** Lapsed, and honoured. */
    EMERITUS,
    TERMINATED,
    /** Taken back before it was signed. */
    WITHDRAWN,
    /** Declined before it was signed. */
    REJECTED;

    /** Whether the cities are sisters, not only on their way to it; one that rests still stands. */
    public boolean isStanding() {
        return this == ACTIVE || this == INACTIVE;
    }

    /** Whether it is on the way to being signed. */
    public boolean isUnderWay() {
        return compareTo(ACTIVE) < 0;
    }

    /** Whether it is over for good, so that the same cities may begin another one. */
    public boolean hasEnded() {
        return compareTo(EMERITUS) >= 0;
    }
}
