package org.sistercities.city.partnership;

/** How far a partnership has come. */
public enum Status {
    /** One side has asked. */
    PROPOSED,
    /** The text is fixed. */
    AGREED,
    /** The head of one side has signed, others are missing. */
    PARTLY_SIGNED,
    /** The heads of all sides have signed the same text, or it was recorded from a list of earlier years. */
    ACTIVE;

    /** Whether the cities are sisters, not only on their way to it. */
    public boolean isStanding() {
        return this == ACTIVE;
    }
}
