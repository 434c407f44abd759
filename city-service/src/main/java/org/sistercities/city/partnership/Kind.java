package org.sistercities.city.partnership;

/** What sort of partnership it is. */
public enum Kind {
    /** A lasting bond. */
    SISTER,
    /** Often a first stage. */
    FRIENDSHIP,
    /** For a fixed term. */
    PROJECT
}
