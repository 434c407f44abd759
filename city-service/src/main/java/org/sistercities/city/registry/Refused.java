package org.sistercities.city.registry;

import org.sistercities.platform.problem.Rejection;

/** What the register does not take. */
final class Refused {

    private Refused() {}

    /** The city it is said to be part of is not in the register. */
    static final class UnknownSuccessor extends Rejection {
        UnknownSuccessor(String cityId) {
            super(Reason.INVALID, "There is no city " + cityId + ".");
        }
    }

    /** A city cannot become part of itself, not by way of others either. */
    static final class CircularSuccession extends Rejection {
        CircularSuccession(String cityId) {
            super(Reason.INVALID, "What " + cityId + " has become part of would become part of " + cityId + ".");
        }
    }
}
