package org.sistercities.events.party;

import org.sistercities.platform.problem.Rejection;

/** Guests are counted from 1 to the places of their party. */
public final class NoSuchGuest extends Rejection {
    NoSuchGuest(int number, int places) {
        super(Reason.NOT_FOUND, "There is no guest " + number + " in a party of " + places + ".");
    }
}
